sweep studies/value_without_unit.yaml 
