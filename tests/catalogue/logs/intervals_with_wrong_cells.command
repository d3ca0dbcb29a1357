import logs/intervals_with_wrong_cells.csv --out logs/written
