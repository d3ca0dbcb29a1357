import logs/times_of_another_day.csv --out logs/written
