import logs/counts_of_an_unknown_title.csv --out logs/written
