plan valid.yaml/x.yaml
