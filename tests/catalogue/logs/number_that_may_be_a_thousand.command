import logs/number_that_may_be_a_thousand.csv --out logs/written
