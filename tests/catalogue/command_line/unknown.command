paln valid.yaml
