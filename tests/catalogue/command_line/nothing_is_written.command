plan units/share_above_all.yaml --json --csv written
