plan studies/grid_too_large.yaml
