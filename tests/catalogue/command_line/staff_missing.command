simulate valid.yaml --staff nobody.csv
