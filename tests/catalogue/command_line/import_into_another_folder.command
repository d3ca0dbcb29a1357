import ../../scenarios/large_bank/history.csv --aht "3 min" --name ../x
