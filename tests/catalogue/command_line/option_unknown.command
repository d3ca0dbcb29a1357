plan valid.yaml --jsno
