import logs/intervals_without_a_date.csv --handling-time "4 min" --out logs/written
