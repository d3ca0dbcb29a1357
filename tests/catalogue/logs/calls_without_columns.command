import logs/calls_without_columns.csv --out logs/written
