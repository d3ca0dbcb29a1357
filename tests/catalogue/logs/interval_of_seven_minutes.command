import logs/log_empty.csv --interval 7 --out logs/written
