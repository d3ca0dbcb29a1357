import logs/time_without_more.csv --out logs/written
