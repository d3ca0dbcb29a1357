erlang c --cases nowhere.csv
