plan .
