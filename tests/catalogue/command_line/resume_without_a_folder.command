sweep studies/key_unknown.yaml --resume
