import logs/log_with_short_rows.csv --out logs/written
