plan valid.yaml --zebra=3
