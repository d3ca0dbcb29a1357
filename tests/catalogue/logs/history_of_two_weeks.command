forecast ../../scenarios/anonymous_bank/calls_1999-02-01_14.csv
