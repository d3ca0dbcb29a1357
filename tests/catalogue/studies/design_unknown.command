sweep studies/design_unknown.yaml 
