plan valid.yaml --seed -1
