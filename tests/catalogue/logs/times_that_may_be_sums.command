import logs/times_that_may_be_sums.csv --out logs/written
