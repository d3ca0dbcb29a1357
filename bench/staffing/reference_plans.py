#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Steady days planned by simulation beside the exact least number of agents.

    python3 bench/staffing/reference_plans.py PROGRAM [--half-width 0.5] [--every 1] [--threads 1]

Each case of tests/reference/min_agents.json (Erlang C and A, whole days of 24 equal hours after one day of warm-up, the
target in every hour, loads up to 200) is planned by simulation. Where the relative slack is at least 0.5 % on both
sides every hour must have the exact number; nearer to the boundary the exact number or one more.
"""

import argparse
import json
import pathlib
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
COUNTING = {
    "sl_offered": "offered",
    "sl_answered": "answered",
    "sl_offered_without_early": "offered_without_early",
    "sl_early_counts": "early_counts",
}
CLEAR = 0.005


def target_of(targets):
    """The scenario's target and team limits for a case's targets, or None if a simulation cannot count them."""
    target, team = {}, {}
    for kind, wanted in targets.items():
        if kind == "sl":
            counting = COUNTING.get(wanted.get("sl_definition", "sl_offered"))
            if counting is None:
                return None
            target |= {"answered": wanted["fraction"], "within": f"{wanted['t_s']} s", "counting": counting}
        elif kind == "asa":
            target["average_wait"] = f"{wanted} s"
        elif kind == "abandon":
            target["abandoned"] = wanted
        elif kind == "p_wait":
            target["wait_probability"] = wanted
        elif kind == "occupancy":
            team["max_occupancy"] = wanted
    return target, team


def scenario_of(case, half_width):
    target, team = target_of(case["targets"])
    work = {
        "kind": "call",
        "arrivals": {"per_interval": case["load_erlang"] * 3600.0 / case["aht_s"]},
        "handling_time": {"mean": f"{case['aht_s']} s"},
        "target": target,
    }
    if case["patience_s"]:
        work["patience"] = {"mean": f"{case['patience_s']} s"}
    return {
        "freiton": 1,
        "title": case["id"],
        "calendar": {"first_day": "2026-03-02", "days": 1, "open": "00:00-24:00", "interval": "60 min"},
        "work": {"calls": work},
        "teams": {"team": {"handles": ["calls"], **team}},
        "simulation": {"half_width": half_width / 100.0, "warm_up": "1 d"},
        "plan": {"method": "simulation"},
    }


def is_clear(case):
    slacks = list((case["slack_at_answer"] or {}).values())
    below = case["slack_at_answer_minus_1"]
    fails_clearly = below is None or min(below.values()) <= -CLEAR
    return not case["boundary"] and all(slack >= CLEAR for slack in slacks) and fails_clearly


def plan(program, scenario, threads):
    with tempfile.NamedTemporaryFile("w", suffix=".yaml") as file:
        json.dump(scenario, file)
        file.flush()
        begin = time.monotonic()
        run = subprocess.run(
            [program, "plan", file.name, "--json", "--threads", str(threads)], capture_output=True, text=True
        )
        took = time.monotonic() - begin
    if run.returncode not in (0, 1):
        raise RuntimeError(run.stderr)
    return json.loads(run.stdout)["teams"]["team"]["required"], took


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--half-width", type=float, default=0.5, help="points")
    parser.add_argument("--every", type=int, default=1, help="only every k-th case")
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_args()
    cases = [
        case
        for case in json.loads((ROOT / "tests/reference/min_agents.json").read_text())["cases"]
        if 0.0 < case["load_erlang"] <= 200.0 and target_of(case["targets"]) and case["targets"]
    ]
    counts = {"clear": 0, "clear and exact": 0, "near": 0, "near and right": 0}
    total = 0.0
    for case in cases[:: options.every]:
        required, took = plan(options.program, scenario_of(case, options.half_width), options.threads)
        total += took
        exact = case["accept"]
        kind = "clear" if is_clear(case) else "near"
        right = all(n in exact or (kind == "near" and n - 1 in exact) for n in required)
        counts[kind] += 1
        counts["clear and exact" if kind == "clear" else "near and right"] += right
        print(
            f"{case['id']} {case['model']} {case['load_erlang']:8.4g} Erlang: exact {exact}, "
            f"{min(required)} to {max(required)}, {kind}, {'right' if right else 'WRONG'}, {took:.1f} s",
            flush=True,
        )
    print(counts, f"{total:.0f} s")
    return 0 if counts["clear"] == counts["clear and exact"] and counts["near"] == counts["near and right"] else 1


if __name__ == "__main__":
    sys.exit(main())
