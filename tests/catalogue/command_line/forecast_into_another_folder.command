forecast ../../scenarios/large_bank/history.csv --aht "3 min" --out coming --name sub/x
