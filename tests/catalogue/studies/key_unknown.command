sweep studies/key_unknown.yaml 
