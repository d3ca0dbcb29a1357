validate validate/staffed.yaml --against validate/undated.csv
