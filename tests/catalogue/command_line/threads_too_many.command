simulate valid.yaml --threads 5000
