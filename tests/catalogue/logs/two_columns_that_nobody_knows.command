import logs/two_columns_that_nobody_knows.csv --columns "offred=Menge,time=Slott" --out logs/written
