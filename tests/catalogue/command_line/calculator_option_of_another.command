erlang c --load 10 --aht 180s --agents 12 --patience 60s
