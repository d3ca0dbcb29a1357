calibrate validate/staffed.yaml --against validate/hours.csv
