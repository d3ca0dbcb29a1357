plan valid.yaml valid.yaml
