import logs/log_that_is_a_workbook.csv --out logs/written
