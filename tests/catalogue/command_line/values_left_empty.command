plan valid.yaml --csv "" --organisation ""
