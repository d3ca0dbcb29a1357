plan valid.yaml --seed 1 --seed 2
