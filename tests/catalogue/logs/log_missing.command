import logs/log_missing.csv --out logs/written
