sweep studies/staff_needed_to_simulate.yaml 
