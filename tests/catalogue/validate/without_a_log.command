validate validate/staffed.yaml
