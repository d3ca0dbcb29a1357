import logs/intervals_with_more_abandoned_than_offered.csv --handling-time "4 min" --out logs/written
