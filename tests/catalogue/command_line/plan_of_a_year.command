plan ../../scenarios/service_firm.yaml --set calendar.days=364 --threads 2
