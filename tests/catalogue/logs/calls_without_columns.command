import logs/calls_without_columns.csv --handling-time "4 min" --out logs/written
