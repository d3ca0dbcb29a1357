plan valid.yaml --set work.sales.priority --set calendar.days= --set "work.sales.handling_time={mean: 4 min"
