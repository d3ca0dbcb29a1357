forecast ../../scenarios/large_bank/history.csv --from 2003-10-01
