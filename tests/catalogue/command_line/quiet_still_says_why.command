plan units/share_above_all.yaml --quiet
