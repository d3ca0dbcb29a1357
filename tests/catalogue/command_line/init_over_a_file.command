init valid.yaml
