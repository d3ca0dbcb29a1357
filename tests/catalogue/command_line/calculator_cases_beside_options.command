erlang c --cases cases.csv --load 10
