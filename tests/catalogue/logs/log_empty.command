import logs/log_empty.csv --out logs/written
