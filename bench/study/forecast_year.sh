#!/bin/bash
# Time and memory of `freiton forecast` for a year of calls in five-minute intervals, 07:00 to 21:00 on weekdays.
# Usage: bench/study/forecast_year.sh, after a build; needs awk, date and /usr/bin/time.
set -eu
made=$(mktemp -d)
trap 'rm -rf "$made"' EXIT
awk 'BEGIN {
    print "date,start,calls"
    for (day = 0; day < 365; ++day) {
        if ((day + 3) % 7 > 4) continue  # 2025-01-02 was a Thursday
        date = strftime("%Y-%m-%d", 1735819200 + 86400 * day, 1)
        for (minute = 420; minute < 1260; minute += 5)
            printf "%s,%02d:%02d,%d\n", date, minute / 60, minute % 60,
                100 + (day * 7919 + minute * 31) % 37 + 20 * ((day + 3) % 7 == 0) - 0.0002 * (minute - 780) ^ 2
    }
}' >"$made/year.csv"
/usr/bin/time -f '%e s, %M kB' build/release/engine/freiton forecast "$made/year.csv" >/dev/null
