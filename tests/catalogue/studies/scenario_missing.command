sweep studies/scenario_missing.yaml 
