erlang a --load -1 --aht 180 --agents 12 --patience 0s --answered 110% --within 20
