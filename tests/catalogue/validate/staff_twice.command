validate validate/staffed.yaml --against validate/calls.csv --set teams.desk.staff=4 --staff validate/none.csv
