import logs/calls_with_wrong_cells.csv --out logs/written
