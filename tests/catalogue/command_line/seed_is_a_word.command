plan valid.yaml --seed many
