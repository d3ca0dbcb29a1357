import logs/minutes_since_midnight.csv --out logs/written
