# SPDX-License-Identifier: Apache-2.0
"""The calculators against independent values, all cases in one call each."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

import freiton
from places import reference_cases


def column(cases: list[dict[str, object]], key: str) -> NDArray[np.float64]:
    return np.array([np.nan if case[key] is None else case[key] for case in cases], dtype=float)


def test_erlang_b_agrees_with_high_precision_values() -> None:
    cases = reference_cases("erlang_b")
    figures = freiton.erlang_b(column(cases, "load_erlang"), column(cases, "servers"))
    # below 1e-40 a share loses the digits that its logarithm has left of the point
    wanted = column(cases, "blocking")
    tail = (wanted < 1e-40) & (wanted > 0.0)
    assert np.all(figures.blocked_share[wanted == 0.0] < 1e-300)
    np.testing.assert_allclose(figures.blocked_share[~tail], wanted[~tail], rtol=1e-12)
    np.testing.assert_allclose(figures.ln_blocked_share[tail], column(cases, "ln_blocking")[tail], rtol=1e-12)


def test_erlang_c_agrees_with_high_precision_values() -> None:
    cases = [case for case in reference_cases("erlang_c") if case["stable"] and case["sl"]]
    load, agents, aht = (column(cases, key) for key in ("load_erlang", "agents", "aht_s"))
    for i in range(len(cases[0]["sl"])):
        within_s = np.array([case["sl"][i]["t_s"] for case in cases])
        figures = freiton.erlang_c(load, agents, aht_s=aht, within_s=within_s)
        wanted = np.array([case["sl"][i]["value"] for case in cases])
        np.testing.assert_allclose(figures.service_level, wanted, rtol=1e-9)
    # near saturation a mean wait loses the digits that agents - load loses
    conditioning = 1e-9 + 1e-15 * np.where(load > 0, load / np.maximum(agents - load, 1e-300), 0.0)
    error = np.abs(figures.asa_s - column(cases, "asa_s"))
    assert np.all(error <= conditioning * column(cases, "asa_s"))


def test_an_overload_without_patience_is_not_stable() -> None:
    cases = [case for case in reference_cases("erlang_c") if not case["stable"]]
    figures = freiton.erlang_c(column(cases, "load_erlang"), column(cases, "agents"), aht_s=column(cases, "aht_s"))
    assert len(cases) > 0
    assert not figures.stable.any()
    assert np.all(figures.wait_probability == 1.0)
    assert np.all(figures.service_level == 0.0)
    assert np.all(np.isinf(figures.wait_all_s))


def test_erlang_a_agrees_with_high_precision_values() -> None:
    cases = reference_cases("erlang_a")
    patience_s, lines = (
        np.array([np.inf if case[key] is None else case[key] for case in cases], dtype=float)
        for key in ("patience_s", "system_size_K")
    )
    figures = freiton.erlang_a(
        column(cases, "load_erlang"),
        column(cases, "agents"),
        aht_s=column(cases, "aht_s"),
        patience_s=patience_s,
        lines=lines,
    )
    for ours, theirs in {
        "wait_probability": "p_wait",
        "abandoned_share": "p_abandon",
        "wait_all_s": "asa_all_s",
        "asa_s": "asa_served_s",
        "occupancy": "occupancy",
    }.items():
        wanted = column(cases, theirs)
        known = ~np.isnan(wanted)
        np.testing.assert_allclose(figures[ours][known], wanted[known], rtol=1e-9, atol=1e-50, err_msg=ours)


def test_the_fewest_agents_are_those_of_the_tables() -> None:
    def target(case: dict[str, Any], name: str) -> Any:
        return case["targets"].get(name)

    for case in reference_cases("min_agents"):
        level = case["targets"].get("sl", {})
        promises = {
            "answered": level.get("fraction"),
            "average_wait_s": target(case, "asa"),
            "wait_probability": target(case, "p_wait"),
            "max_occupancy": target(case, "occupancy"),
        }
        if all(value is None for value in promises.values()) and case["model"] == "C":
            continue
        within_s = level.get("t_s", 20.0)
        if case["model"] == "C":
            found = freiton.erlang_c_agents(case["load_erlang"], aht_s=case["aht_s"], within_s=within_s, **promises)
        else:
            definition = level.get("sl_definition", "sl_offered")
            counting: Any = {
                "sl_offered": "offered",
                "sl_excl_short_ab": "offered_without_early",
                "sl_incl_ab": "early_counts",
                "sl_answered": "answered",
                "sl_virtual": "virtual",
            }[definition]
            found = freiton.erlang_a_agents(
                case["load_erlang"],
                aht_s=case["aht_s"],
                patience_s=case["patience_s"],
                within_s=within_s,
                abandoned=target(case, "abandon"),
                counting=counting,
                **promises,
            )
        assert found in case["accept"], case["id"]
