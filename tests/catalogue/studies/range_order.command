sweep studies/range_order.yaml 
