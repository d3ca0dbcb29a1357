import logs/handling_time_without_a_unit.csv --out logs/written
