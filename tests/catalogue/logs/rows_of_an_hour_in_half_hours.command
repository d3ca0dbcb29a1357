import logs/rows_of_an_hour_in_half_hours.csv --interval 30 --out logs/written
