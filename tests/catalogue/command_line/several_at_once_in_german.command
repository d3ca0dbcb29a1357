plan --jsn --threads -1 --seed 99999999999999999999 --lang de
