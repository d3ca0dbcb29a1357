forecast ../../scenarios/large_bank/history.csv --weeks 0 --low 60% --high 1.2 --holidays 2003-02-30 --event pay --event a=2003-05-01 --event a=2003-06-31 --from soon
