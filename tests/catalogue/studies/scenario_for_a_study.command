sweep studies/../valid.yaml
