validate validate/staffed.yaml --against validate/whole_days.csv --open 09:00-11:00
