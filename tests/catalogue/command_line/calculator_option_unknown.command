erlang c --laod 10 --aht 180s --agents 12
