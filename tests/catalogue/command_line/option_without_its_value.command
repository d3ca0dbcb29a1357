plan valid.yaml --seed
