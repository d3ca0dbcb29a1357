plan valid.yaml --set work.salse.priority=1 --set team.desk.min=1 --set work.sales.taget.within="20 s"
