plan valid.yaml --set calendar.days=2 --set work.sales.priority=3 --set calendar.days=3 --set work.*.priority=5
