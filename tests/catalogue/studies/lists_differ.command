sweep studies/lists_differ.yaml 
