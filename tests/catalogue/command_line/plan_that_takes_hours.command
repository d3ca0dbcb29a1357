plan ../../scenarios/service_firm.yaml --set calendar.days=364 --set "simulation.half_width=0.1 %" --threads 2
