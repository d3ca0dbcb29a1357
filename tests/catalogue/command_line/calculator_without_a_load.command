erlang c --aht 180s --agents 12
