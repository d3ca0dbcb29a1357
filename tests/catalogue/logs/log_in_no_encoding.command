import logs/log_in_no_encoding.csv --out logs/written
