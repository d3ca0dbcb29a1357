#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Plans by simulation, held against a long simulation on random numbers that the search has never seen.

    python3 bench/staffing/fresh_seeds.py SCENARIO [--organisation NAME] [--plans 10] [--replications 20000]

Plans the scenario with seeds 1, 2, ... and simulates what was found with another seed. For every target it tells by how
much the tightest interval, day or horizon is above its promise there; in all, how many plans keep every target by their
mean, and how many agent hours they take. Needs the Python package.
"""

import argparse

import freiton

FRESH = 1_000_000  # seeds of the search are smaller


def ahead(target):
    """Points on the good side of the promise; of a mean wait, percent of it."""
    at_least = target["kind"] in ("answered", "done")
    scale = target["wanted"] if target["kind"] == "average_wait" else 1.0
    return 100.0 * (target["reached"] - target["wanted"]) / scale * (1.0 if at_least else -1.0)


def hours_of(scenario, staffing):
    minutes = scenario.to_dict()["calendar"]["interval"]
    return staffing["agents"].sum() * float(str(minutes).split()[0]) / 60.0


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("scenario")
    parser.add_argument("--organisation")
    parser.add_argument("--plans", type=int, default=10)
    parser.add_argument("--replications", type=int, default=20_000)
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_args()
    scenario = freiton.load(options.scenario)
    if options.organisation:
        scenario = scenario.organised(options.organisation)
    kept, worst = 0, {}
    for seed in range(1, options.plans + 1):
        plan = freiton.plan(scenario, "simulation", seed=seed, threads=options.threads, progress=False)
        fresh = freiton.simulate(
            scenario,
            plan.staffing,
            seed=FRESH + seed,
            replications=options.replications,
            threads=options.threads,
            progress=False,
        )
        margins = {}
        for target in fresh.targets.to_dict("records"):
            site = target.get("site")
            name = " ".join([target["work"], *([site] if isinstance(site, str) else []), target["kind"]])
            margins[name] = ahead(target)
            worst[name] = min(worst.get(name, margins[name]), margins[name])
        kept += fresh.met
        told = ", ".join(f"{name} {points:+.2f}" for name, points in margins.items())
        print(f"seed {seed}: {hours_of(scenario, plan.staffing):.1f} agent hours; {told}", flush=True)
    print(f"{kept} of {options.plans} plans keep every target; lowest: {min(worst.values()):+.2f} points")


if __name__ == "__main__":
    main()
