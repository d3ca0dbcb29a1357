import logs/calls_that_are_all_phantoms.csv --out logs/written
