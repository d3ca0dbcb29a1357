import logs/year_that_is_mistyped.csv --out logs/written
