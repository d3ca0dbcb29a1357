plan valid.yaml extra.yaml --seed 1.5 --threads 2000 --lang german --jsn
