import logs/intervals_without_a_call.csv --out logs/written
