# SPDX-License-Identifier: Apache-2.0
"""What the way over Dask costs: tasks of one second on two worker processes, against the same work done directly."""

import time

from distributed import Client, LocalCluster

import freiton
from freiton import _cluster

SCENARIO = {
    "freiton": 1,
    "calendar": {"first_day": "2026-03-02", "days": 5, "open": "08:00-18:00", "interval": "30 min"},
    "work": {
        "sales": {
            "kind": "call",
            "arrivals": {"per_day": 800},
            "handling_time": "4 min",
            "patience": "2 min",
            "target": {"answered": "80 %", "within": "20 s", "over": "day"},
        }
    },
    "teams": {"office": {"handles": ["sales"], "staff": 8}},
}


def study(variations: int, replications: int) -> freiton.Study:
    scales = [0.8 + 0.4 * i / variations for i in range(variations)]
    return freiton.load_study(
        {
            "scenario": {**SCENARIO, "simulation": {"replications": replications}},
            "vary": {"work.sales.arrivals.scale": scales},
            "question": "simulate",
        }
    )


def seconds(call: object) -> float:
    begin = time.perf_counter()
    call()  # type: ignore[operator]
    return time.perf_counter() - begin


def main() -> None:
    trial = study(8, 200)
    replications = max(30, int(200 * 8 / seconds(lambda: freiton.sweep(trial, threads=1))))  # about a second each
    work = study(40, replications)
    _cluster.BATCH_S = 0.5  # one variation a task: tasks of one second
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster, Client(cluster) as client:
        freiton.sweep(trial, client=client)  # workers have loaded freiton
        for attempt in range(3):
            there = seconds(lambda: freiton.sweep(work, client=client))
            here = seconds(lambda: freiton.sweep(work, threads=2))
            task = here * 2 / 40
            ratio = there / here - 1
            print(f"{attempt + 1}: here {here:.2f} s, {task:.2f} s a task; on Dask {there:.2f} s: {ratio:+.1%}")


if __name__ == "__main__":
    main()
