import logs/intervals_with_more_abandoned_than_offered.csv --out logs/written
