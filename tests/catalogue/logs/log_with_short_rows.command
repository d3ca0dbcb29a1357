import logs/log_with_short_rows.csv --handling-time "4 min" --out logs/written
