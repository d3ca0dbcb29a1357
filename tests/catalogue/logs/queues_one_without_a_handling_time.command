import logs/queues_one_without_a_handling_time.csv --out logs/written
