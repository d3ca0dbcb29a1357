#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The ten working days of the log: who was at work, what happened, and what a simulation of these days says.

working_days.py                   writes working_days_volumes.csv, working_days_staff.csv and other_days_volumes.csv,
                                  and prints by how much volumes differ beyond chance
working_days.py --search FREITON  simulates the days with several wrap-up times and prints how well each fits
working_days.py --table FREITON   prints predicted beside actual for each half hour, with working_days.yaml as it is
"""

import csv
import json
import statistics
import subprocess
import sys
import tempfile
from collections import defaultdict
from datetime import date
from pathlib import Path

HERE = Path(__file__).resolve().parent
LOG = HERE / "calls_1999-02-01_14.csv"
SLOT = 1800
TALK_S = 165.3  # mean of these days
INCIDENT = ("1999-02-03", 26)  # 406 calls in half an hour, most of them lost in the second in which they came
WRAP_UPS_S = (0, 30, 45, 60, 65, 70, 75, 90, 120)


def opening_slot(day):
    """Thursdays open at 07:00, the other working days at 06:30; all close at midnight."""
    return 14 if date.fromisoformat(day).weekday() == 3 else 13


def all_calls():
    """Calls of Sunday to Thursday within the opening hours; no phantoms."""
    with LOG.open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            works = date.fromisoformat(row["date"]).weekday() in (6, 0, 1, 2, 3)
            called = row["outcome"] in ("answered", "abandoned")
            if works and called and int(row["arrival_s"]) >= opening_slot(row["date"]) * SLOT:
                yield row


def calls():
    """Those that came to an agent or into the queue.

    Nobody who hung up in the same second (747, of them 323 in one broken half hour): no agent could have reached them.
    """
    return (row for row in all_calls() if row["outcome"] == "answered" or row["queue_wait_s"] != "0")


def seen(rows):
    """By day and half hour: the agents who served somebody in it."""
    agents = defaultdict(set)
    for row in rows:
        if row["service_s"] and row["agent"]:
            begin = int(row["service_start_s"])
            for slot in range(begin // SLOT, (begin + int(row["service_s"])) // SLOT + 1):
                agents[row["date"], slot].add(row["agent"])
    return agents


def derive(rows):
    """The two tables that working_days.yaml names."""
    offered, agents = defaultdict(int), seen(rows)
    for row in rows:
        offered[row["date"], int(row["arrival_s"]) // SLOT] += 1
    slots = [(day, slot) for day in sorted({row["date"] for row in rows}) for slot in range(opening_slot(day), 48)]
    for name, column, extra, value in (
        ("volumes", "arrivals", "work,calls", lambda at: offered[at]),
        ("staff", "agents", "team,agents", lambda at: len(agents[at])),
    ):
        key, word = extra.split(",")
        lines = [f"date,start,{key},{column}\n"]
        lines += [f"{day},{slot // 2:02}:{slot % 2 * 30:02},{word},{value((day, slot))}\n" for day, slot in slots]
        (HERE / f"working_days_{name}.csv").write_text("".join(lines), encoding="utf-8")


def other_days(rows):
    """For each day the mean calls of each half hour of the nine others, and how much days and half hours vary."""
    counts = defaultdict(dict)
    for day in sorted({row["date"] for row in rows}):
        counts[day] = dict.fromkeys(range(opening_slot(day), 48), 0)
    for row in rows:
        counts[row["date"]][int(row["arrival_s"]) // SLOT] += 1
    del counts[INCIDENT[0]][INCIDENT[1]]

    def usual(slot, without=None):
        return statistics.mean(of_day[slot] for day, of_day in counts.items() if day != without and slot in of_day)

    lines = ["date,start,work,arrivals\n"]
    for day in counts:
        for slot in range(opening_slot(day), 48):
            lines.append(f"{day},{slot // 2:02}:{slot % 2 * 30:02},calls,{usual(slot, day):.1f}\n")
    (HERE / "other_days_volumes.csv").write_text("".join(lines), encoding="utf-8")
    factors = {day: sum(of_day.values()) / sum(map(usual, of_day)) for day, of_day in counts.items()}
    means = [(of_day[slot], usual(slot) * factors[day]) for day, of_day in counts.items() for slot in of_day]
    excess = sum((count - mean) ** 2 - mean for count, mean in means) / sum(mean**2 for _, mean in means)
    print(f"day_cv {statistics.stdev(factors.values()):.2f}, interval_cv {excess**0.5:.2f}")


def actual(rows):
    """By half hour, all days together: offered, answered, answered within 20 s, wait of the answered."""
    sums = defaultdict(lambda: [0.0] * 4)
    for row in rows:
        at = sums[int(row["arrival_s"]) // SLOT]
        answered = row["outcome"] == "answered"
        wait = float(row["queue_wait_s"])
        at[0] += 1
        at[1] += answered
        at[2] += answered and wait <= 20
        at[3] += wait if answered else 0
    return sums


def predicted(freiton, scenario):
    """The same, as a simulation of the scenario has it; and its JSON."""
    run = subprocess.run([freiton, "simulate", scenario, "--json"], check=True, capture_output=True)
    result = json.loads(run.stdout)
    sums = defaultdict(lambda: [0.0] * 4)
    for work in result["work"].values():
        for interval in work["by_interval"]:
            clock = interval["start"][11:16]
            at = sums[int(clock[:2]) * 2 + int(clock[3:]) // 30]
            at[0] += interval["offered"]
            at[1] += interval["answered"]
            at[2] += (interval["service_level"] or 0.0) * interval["offered"]
            at[3] += (interval["asa_s"] or 0.0) * interval["answered"]
    return sums, result


def figures(sums):
    """Reachability, service level and ASA of sums."""
    offered, answered, in_time, wait = sums
    return answered / offered, in_time / offered, wait / answered


def whole(sums):
    """Over all half hours."""
    return [sum(column) for column in zip(*sums.values(), strict=True)]


def fit(model, truth):
    """Root mean square errors over the half hours, weighted by calls: reachability, service level, ASA."""
    weight = sum(at[0] for at in truth.values())
    return [
        (sum(at[0] * (figures(model[slot])[i] - figures(at)[i]) ** 2 for slot, at in truth.items()) / weight) ** 0.5
        for i in range(3)
    ]


def search(freiton, truth):
    """Every wrap-up time, on the same random numbers."""
    text = (HERE / "working_days.yaml").read_text(encoding="utf-8")
    line = next(line for line in text.splitlines() if line.lstrip().startswith("handling_time:"))
    print("wrap-up  answered  in 20 s   ASA   errors by half hour: answered  in 20 s   ASA   occupancy")
    print("actual   {:6.1%}   {:6.1%}  {:4.0f} s".format(*figures(whole(truth))))
    for wrap_up in WRAP_UPS_S:
        with tempfile.NamedTemporaryFile("w", suffix=".yaml", dir=HERE) as file:
            file.write(text.replace(line, f"    handling_time: {{mean: {TALK_S + wrap_up:.1f} s}}"))
            file.flush()
            model, result = predicted(freiton, file.name)
        errors = fit(model, truth)
        print(
            "{:5} s  {:6.1%}   {:6.1%}  {:4.0f} s".format(wrap_up, *figures(whole(model)))
            + "               {:6.1%}   {:6.1%}  {:4.0f} s".format(*errors)
            + "   {:6.1%}".format(result["teams"]["agents"]["occupancy"])
        )


def table(freiton, truth):
    """Every second half hour of the README's table, and the whole."""
    model, _ = predicted(freiton, HERE / "working_days.yaml")
    print("| half hour | calls a day | answered | predicted | ASA | predicted | gave up | predicted |")
    print("|---|---|---|---|---|---|---|---|")
    for slot in sorted(truth):
        (reach, _, asa), (own, _, own_asa) = figures(truth[slot]), figures(model[slot])
        print(
            f"| {slot // 2:02}:{slot % 2 * 30:02} | {truth[slot][0] / 10:.0f} | {reach:.0%} | {own:.0%} | {asa:.0f} s "
            f"| {own_asa:.0f} s | {1 - reach:.0%} | {1 - own:.0%} |"
        )
    (reach, _, asa), (own, _, own_asa) = figures(whole(truth)), figures(whole(model))
    print(
        f"| all | {whole(truth)[0] / 10:.0f} | {reach:.1%} | {own:.1%} | {asa:.1f} s | {own_asa:.1f} s "
        f"| {1 - reach:.1%} | {1 - own:.1%} |"
    )


if __name__ == "__main__":
    ROWS = list(calls())
    if len(sys.argv) == 1:
        derive(ROWS)
        other_days(list(all_calls()))
    else:
        {"--search": search, "--table": table}[sys.argv[1]](sys.argv[2], actual(ROWS))
