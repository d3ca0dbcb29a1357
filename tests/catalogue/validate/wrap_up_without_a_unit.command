validate validate/staffed.yaml --against validate/calls.csv --wrap-up 70
