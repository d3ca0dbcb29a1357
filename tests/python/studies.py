# SPDX-License-Identifier: Apache-2.0
"""A small scenario and studies of it, as dicts."""

from typing import Any


def scenario(replications: int = 30) -> dict[str, Any]:
    """One morning of calls and post, with given staff."""
    return {
        "freiton": 1,
        "calendar": {"first_day": "2026-03-02", "days": 1, "open": "08:00-12:00", "interval": "30 min"},
        "work": {
            "sales": {
                "kind": "call",
                "arrivals": {"per_day": 160},
                "handling_time": "4 min",
                "patience": "2 min",
                "target": {"answered": "80 %", "within": "20 s", "over": "day"},
            },
            "post": {
                "kind": "backlog",
                "arrivals": {"per_day": 20},
                "handling_time": "6 min",
                "target": {"done": "90 %", "within": "2 h"},
            },
        },
        "teams": {"office": {"handles": ["sales", "post"], "staff": 6, "cost": "30 / h"}},
        "simulation": {"replications": replications, "seed": 7},
    }


def study(replications: int = 30, **changes: Any) -> dict[str, Any]:
    """Twelve variations of it, simulated."""
    return {
        "scenario": scenario(replications),
        "vary": {"work.sales.arrivals.scale": [0.8, 1.0, 1.2], "teams.office.staff": [5, 6, 7, 8]},
        "question": "simulate",
        **changes,
    }


FAILING = {"teams.office.min": [0, 6], "teams.office.max": [5, 9], "work.sales.arrivals.scale": [0.9, 1.0, 1.1]}
"""Each value is right; min 6 with max 5 is not: three of twelve variations fail."""
