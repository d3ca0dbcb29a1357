erlang c --load 10 --calls 100 --per 30min --aht 180s --agents 12
