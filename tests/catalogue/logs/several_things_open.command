import logs/several_things_open.csv --out logs/written
