validate validate/staffed.yaml --against validate/none.csv
