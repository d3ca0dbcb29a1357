import logs/intervals_without_a_call.csv --handling-time "4 min" --out logs/written
