#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""How far the formulas' correction for handling times that are not exponential is off, by simulation.

    python3 bench/campaigns/handling_times.py PROGRAM

Steady days (24 equal hours after one day of warm-up) with the staff that the formula asks for at 80 % in 20 s, AHT
180 s, lognormal handling times. Prints what the formula expects of them and what the simulation finds, and the worst
difference for each coefficient of variation.
"""

import sys

from program_answer import answer

LOADS = [5, 50]  # Erlang
CVS = [0.3, 0.7, 1.0, 1.5, 2.0]
PATIENCES = [None, "120 s"]
AHT_S = 180.0


def scenario(load, cv, patience, agents):
    work = {
        "kind": "call",
        "arrivals": {"per_interval": load * 3600.0 / AHT_S},
        "handling_time": {"mean": f"{AHT_S} s", "cv": cv, "law": "lognormal"},
        "target": {"answered": 0.8, "within": "20 s"},
    }
    if patience:
        work["patience"] = {"mean": patience}
    team = {"handles": ["calls"]}
    if agents:
        team["staff"] = agents
    return {
        "freiton": 1,
        "title": f"{load} Erlang, cv {cv}",
        "calendar": {"first_day": "2026-03-02", "days": 1, "open": "00:00-24:00", "interval": "60 min"},
        "work": {"calls": work},
        "teams": {"team": team},
        "simulation": {"half_width": {"shares": 0.003, "times": 0.02}, "warm_up": "1 d"},
    }


def figures(result):
    total = result["work"]["calls"]
    return total["service_level"], total["wait_all_s"], total["abandoned_share"]


def main():
    program = sys.argv[1]
    worst = {}
    for patience in PATIENCES:
        for cv in CVS:
            for load in LOADS:
                planned = answer(program, "plan", scenario(load, cv, patience, None), "--method", "formula")
                agents = planned["teams"]["team"]["required"][0]
                simulated = answer(program, "simulate", scenario(load, cv, patience, agents))
                level, wait, lost = figures(planned)
                true_level, true_wait, true_lost = figures(simulated)
                print(
                    f"{load:4d} Erlang, cv {cv}, patience {patience}: {agents} agents; service level {level:.2%}, "
                    f"simulated {true_level:.2%}; mean wait {wait:.2f} s, {true_wait:.2f} s; "
                    f"abandoned {lost or 0:.2%}, {true_lost or 0:.2%}",
                    flush=True,
                )
                key = (patience or "endless", cv)
                before = worst.get(key, (0.0, 0.0))
                worst[key] = max(before[0], abs(level - true_level)), max(before[1], abs(wait / true_wait - 1.0))
    for (patience, cv), (level, wait) in worst.items():
        print(
            f"patience {patience}, cv {cv}: service level within {100 * level:.2f} points, mean wait within {wait:.1%}"
        )


if __name__ == "__main__":
    main()
