plan valid.yaml --lang fr
