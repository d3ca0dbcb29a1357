import logs/intervals_without_a_date.csv --out logs/written
