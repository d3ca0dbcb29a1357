plan many/several_at_once.yaml --lang de
