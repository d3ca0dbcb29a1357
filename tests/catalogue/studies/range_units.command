sweep studies/range_units.yaml 
