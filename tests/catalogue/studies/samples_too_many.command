sweep studies/samples_too_many.yaml 
