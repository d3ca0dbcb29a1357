import logs/times_that_count_on.csv --out logs/written
