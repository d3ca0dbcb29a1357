validate validate/staffed.yaml --against validate/hours.csv
