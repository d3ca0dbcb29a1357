import logs/days_without_a_time.csv --out logs/written
