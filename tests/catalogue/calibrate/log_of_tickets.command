calibrate validate/staffed.yaml --against validate/tickets.csv
