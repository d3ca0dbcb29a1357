calibrate validate/staffed.yaml --against validate/calls.csv --wrap-up '75 s'
