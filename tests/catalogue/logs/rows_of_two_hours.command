import logs/rows_of_two_hours.csv --out logs/written
