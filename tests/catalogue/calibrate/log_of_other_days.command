calibrate validate/staffed.yaml --against validate/last_year.csv
