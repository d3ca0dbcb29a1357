plan valid.yaml --json=maybe
