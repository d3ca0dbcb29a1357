erlang d --load 10 --aht 180s
