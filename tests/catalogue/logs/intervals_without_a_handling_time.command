import logs/intervals_without_a_handling_time.csv --out logs/written
