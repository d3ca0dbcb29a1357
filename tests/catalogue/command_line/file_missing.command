plan nowhere.yaml
