plan valid.yaml --threads -1
