simulate valid.yaml
