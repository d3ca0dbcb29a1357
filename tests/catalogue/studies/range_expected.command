sweep studies/range_expected.yaml 
