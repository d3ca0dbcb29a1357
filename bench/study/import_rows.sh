#!/bin/bash
# Time and memory of `freiton import` for a log of a million calls: clock times, waits, outcomes and five queues.
# Usage: bench/study/import_rows.sh [ROWS], after a build; needs awk and /usr/bin/time.
set -eu
rows=${1:-1000000}
made=$(mktemp -d)
trap 'rm -rf "$made"' EXIT
awk -v rows="$rows" 'BEGIN {
    print "call_id,queue,date,call_started,wait_length,service_length,outcome"
    for (i = 0; i < rows; ++i) {
        day = 1 + int(i / rows * 28); second = 28800 + (i * 7919) % 36000; gave_up = i % 20 == 0
        printf "%d,q%d,2026-02-%02d,%02d:%02d:%02d,%d,%s,%s\n", i, i % 5, day, second / 3600, second / 60 % 60, second % 60,
            (i * 31) % 60, gave_up ? "" : 30 + (i * 131) % 870, gave_up ? "abandoned" : "answered"
    }
}' >"$made/log.csv"
/usr/bin/time -f '%e s, %M kB' build/release/engine/freiton import "$made/log.csv" --out "$made/office" >/dev/null
