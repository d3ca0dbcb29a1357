import logs/log_with_an_open_quote.csv --out logs/written
