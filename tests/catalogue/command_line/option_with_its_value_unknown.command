plan valid.yaml --sed 7
