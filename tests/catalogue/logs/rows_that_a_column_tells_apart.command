import logs/rows_that_a_column_tells_apart.csv --out logs/written
