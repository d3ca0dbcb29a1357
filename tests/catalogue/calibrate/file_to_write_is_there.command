calibrate validate/staffed.yaml --against validate/calls.csv --write valid.yaml
