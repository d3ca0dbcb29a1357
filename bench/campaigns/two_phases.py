#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""How far service levels by interval are off where the plan through the day takes handling times as two phases.

    python3 bench/campaigns/two_phases.py PROGRAM [CALLS]

Days of 24 half hours, one that changes as days do and one whose volumes jump every hour, 3 to 40 people, patience of 2
or 5 minutes or without end; handling times of 4 and 7 minutes by several laws. Each is planned for 80 % in 20 s through
the day, and the plan is simulated with the law itself, so many CALLS altogether. Prints every case, and for each
coefficient of variation and kind of day the median, 95 % quantile and worst of the absolute differences in points, and
the mean of the signed ones; beside them what formulas say of the same staff.
"""

import math
import statistics
import sys
import tempfile
from pathlib import Path

from program_answer import answer

DAYS = {
    "smooth": "40 55 80 110 140 160 170 165 150 130 120 125 140 150 155 145 130 110 90 75 60 50 40 30",
    "jumps": "20 20 100 100 40 40 160 160 60 60 10 10 120 120 50 50 30 30 90 90 20 20 60 60",
}
SCALES = [0.06, 0.4, 1.6]
PATIENCES = ["120 s", "300 s", None]
CVS = {
    "constant": [0.0],
    "lognormal": [0.3, 0.5, 0.71, 0.85, 1.0, 1.25, 1.5, 2.0],
    "gamma": [0.5, 0.71, 0.85, 1.25, 1.5, 2.0],
    "weibull": [0.5, 0.71, 0.85, 1.25, 1.5, 2.0],
    "empirical": [0.71, 1.0, 1.25, 1.5, 2.0],
}
CALLS = 40_000_000


def recorded(cv):
    """Short calls and, three in ten, long ones: lognormal, with the factor between them that makes this cv."""
    normal = statistics.NormalDist()
    spread = 0.5
    short = [math.exp(spread * normal.inv_cdf((i + 0.5) / 1400)) for i in range(1400)]
    long = [math.exp(spread * normal.inv_cdf((i + 0.5) / 600)) for i in range(600)]

    def values(factor):
        every = short + [factor * one for one in long]
        mean = statistics.fmean(every)
        return [one / mean for one in every]

    low, high = 1.0, 100.0
    for _ in range(50):
        middle = 0.5 * (low + high)
        low, high = (middle, high) if statistics.pstdev(values(middle)) < cv else (low, middle)
    return values(low)


def handling_time(law, cv, mean_s, folder):
    if law == "empirical":
        file = Path(folder) / "recorded.csv"
        file.write_text("duration_s\n" + "\n".join(f"{mean_s * one:.5f}" for one in recorded(cv)) + "\n")
        return {"law": law, "file": str(file)}
    return {"law": law, "mean": f"{mean_s} s"} | ({"cv": cv} if cv else {})


def scenario(case, folder, staff=None, replications=None):
    law, cv, day, scale, patience, mean_s = case
    work = {
        "kind": "call",
        "arrivals": {"per_interval": [scale * int(calls) for calls in DAYS[day].split()]},
        "handling_time": handling_time(law, cv, mean_s, folder),
        "target": {"answered": 0.8, "within": "20 s"},
    }
    if patience:
        work["patience"] = {"mean": patience}
    team = {"handles": ["calls"]} | ({"staff": staff} if staff else {})
    return {
        "freiton": 1,
        "title": f"{law} {cv}",
        "calendar": {"first_day": "2026-03-02", "days": 1, "open": "08:00-20:00", "interval": "30 min"},
        "work": {"calls": work},
        "teams": {"team": team},
    } | ({"simulation": {"replications": replications}} if replications else {})


def levels(result):
    return [interval["service_level"] for interval in result["work"]["calls"]["by_interval"]]


def summary(differences):
    size = sorted(abs(one) for one in differences)
    return (
        f"median {statistics.median(size):.2f}, 95 % {size[int(0.95 * (len(size) - 1))]:.2f}, worst {size[-1]:.2f}, "
        f"mean {statistics.fmean(differences):+.2f}"
    )


def cases():
    for law, cvs in CVS.items():
        for cv in cvs:
            for day in DAYS:
                for k, scale in enumerate(SCALES):
                    yield law, cv, day, scale, PATIENCES[(k + len(law) + round(20 * cv)) % 3], [240, 420][k % 2]


def main():
    program = sys.argv[1]
    calls = int(sys.argv[2]) if len(sys.argv) > 2 else CALLS
    by_phases, by_formula = {}, {}
    for case in cases():
        law, cv, day, _scale, patience, mean_s = case
        with tempfile.TemporaryDirectory() as folder:
            planned = answer(program, "plan", scenario(case, folder), "--method", "transient")
            staff = planned["teams"]["team"]["required"]
            replications = round(calls / planned["work"]["calls"]["offered"])
            true = levels(answer(program, "simulate", scenario(case, folder, staff, replications)))
            steady = levels(answer(program, "plan", scenario(case, folder, staff), "--method", "formula"))
        off = [100 * (a - b) for a, b in zip(levels(planned), true, strict=True)]
        print(
            f"{law} {cv}, {day}, {max(staff)} people, {mean_s} s, patience {patience or 'endless'}: {summary(off)}",
            flush=True,
        )
        by_phases.setdefault((cv, day), []).extend(off)
        by_formula.setdefault((cv, day), []).extend(100 * (a - b) for a, b in zip(steady, true, strict=True))
    for cv, day in sorted(by_phases):
        print(f"cv {cv}, {day}: {summary(by_phases[cv, day])}; formulas {summary(by_formula[cv, day])}")


if __name__ == "__main__":
    main()
