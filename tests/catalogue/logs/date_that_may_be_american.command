import logs/date_that_may_be_american.csv --out logs/written
