import logs/calls_that_are_all_phantoms.csv --handling-time "4 min" --out logs/written
