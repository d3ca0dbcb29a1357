plan valid.yaml --organisation virtual
