import logs/log_with_a_header_only.csv --out logs/written
