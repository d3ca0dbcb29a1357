import logs/rows_of_a_queue_twice.csv --out logs/written
