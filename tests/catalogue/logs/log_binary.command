import logs/log_binary.csv --out logs/written
