import logs/intervals_without_a_handling_time.csv --aht 4 --out logs/written
