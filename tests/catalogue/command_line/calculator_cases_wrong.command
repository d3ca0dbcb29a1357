erlang c --cases command_line/calculator_cases_wrong.csv
