plan valid.yaml --set work.sales.target.within=20 --set teams.*.shrinkage=120% --set calendar.first_day=2.3.26
