validate valid.yaml --against validate/calls.csv
