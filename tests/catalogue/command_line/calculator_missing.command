erlang
