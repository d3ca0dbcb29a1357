plan valid.yaml --seed 4 --set simulation.seed=5 --lang de
