import logs/wrong_cells_below_title_rows.csv --out logs/written
