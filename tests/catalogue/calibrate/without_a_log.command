calibrate validate/staffed.yaml
