sweep studies/samples_missing.yaml 
