import logs/titles_that_stand_twice.csv --out logs/written
