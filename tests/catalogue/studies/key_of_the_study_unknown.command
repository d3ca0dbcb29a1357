sweep studies/key_of_the_study_unknown.yaml 
