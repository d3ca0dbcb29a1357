sweep studies/several_at_once.yaml 
