validate validate/staffed.yaml --against validate/other_queues.csv
