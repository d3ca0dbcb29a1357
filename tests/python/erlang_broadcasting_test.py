# SPDX-License-Identifier: Apache-2.0
"""The calculators over arrays obey the laws of NumPy's own functions."""

import math
import signal
from collections.abc import Callable
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

import freiton

shapes = hnp.mutually_broadcastable_shapes(num_shapes=3, max_dims=3, max_side=3, min_side=0)


def numbers(shape: tuple[int, ...], least: float, most: float) -> st.SearchStrategy[Any]:
    elements = st.floats(least, most).map(lambda value: 0.0 if value < 1e-100 else value)  # the domain's gap
    return hnp.arrays(np.float64, shape, elements=elements)


@st.composite
def cases(draw: st.DrawFn) -> tuple[Any, Any, Any]:
    """Loads, agents and handling times of shapes that fit together."""
    load, agents, aht = draw(shapes).input_shapes
    return draw(numbers(load, 0.0, 200.0)), draw(numbers(agents, 0.0, 250.0)), draw(numbers(aht, 1.0, 900.0))


@given(cases())
def test_an_array_holds_what_single_numbers_give(case: tuple[Any, Any, Any]) -> None:
    load, agents, aht = case
    figures = freiton.erlang_c(load, agents, aht_s=aht)
    wide = np.broadcast_arrays(load, agents, aht)
    assert np.shape(figures.service_level) == wide[0].shape
    for at in np.ndindex(wide[0].shape):
        one = freiton.erlang_c(float(wide[0][at]), float(wide[1][at]), aht_s=float(wide[2][at]))
        for name in figures:
            np.testing.assert_equal(np.asarray(figures[name])[at], one[name])


@given(cases())
def test_inverses_broadcast_alike(case: tuple[Any, Any, Any]) -> None:
    load, _, aht = case
    agents = freiton.erlang_a_agents(load, aht_s=aht, patience_s=120, answered=0.8)
    wide = np.broadcast_arrays(load, aht)
    assert np.shape(agents) == wide[0].shape
    for at in np.ndindex(wide[0].shape):
        one = freiton.erlang_a_agents(float(wide[0][at]), aht_s=float(wide[1][at]), patience_s=120, answered=0.8)
        assert np.asarray(agents)[at] == one


@given(load=st.floats(0.01, 500.0), share=st.floats(0.01, 0.99), within_s=st.floats(0.0, 120.0))
def test_the_fewest_agents_are_enough_and_one_fewer_is_not(load: float, share: float, within_s: float) -> None:
    agents = freiton.erlang_c_agents(load, aht_s=180, answered=share, within_s=within_s)
    levels = freiton.erlang_c(load, [agents, agents - 1], aht_s=180, within_s=within_s).service_level
    allowed = 2e-12  # of the target, as everywhere
    assert levels[0] >= share * (1 - allowed)
    assert levels[1] < share * (1 + allowed)


@given(agents=st.integers(1, 300), blocked=st.floats(1e-4, 0.5))
def test_the_largest_load_needs_just_these_agents(agents: int, blocked: float) -> None:
    load = freiton.erlang_b_load(agents, blocked=blocked)
    assert freiton.erlang_b_agents(load, blocked=blocked) == agents
    assert freiton.erlang_b_agents(load * (1 + 1e-9), blocked=blocked) == agents + 1


def test_numbers_give_a_number_and_arrays_an_array() -> None:
    assert type(freiton.erlang_c_agents(10, aht_s=180, answered=0.8)) is float
    assert type(freiton.erlang_b(10, 14).blocked_share) is float
    assert type(freiton.erlang_b(np.float32(10), np.int64(14)).stable) is bool
    assert freiton.erlang_b([10], 14).blocked_share.shape == (1,)


@pytest.mark.parametrize("kind", [int, float, np.int32, np.uint8, np.float32])
def test_whole_numbers_and_floats_of_any_width_are_the_same(kind: Any) -> None:
    load = np.array([10, 20], dtype=kind)
    assert (
        freiton.erlang_b(load, 22).blocked_share.tolist() == freiton.erlang_b([10.0, 20.0], 22.0).blocked_share.tolist()
    )


def test_views_and_orders_of_memory_do_not_matter() -> None:
    load = np.arange(1.0, 25.0).reshape(4, 6)
    wanted = freiton.erlang_b(load, 12).blocked_share
    np.testing.assert_array_equal(freiton.erlang_b(np.asfortranarray(load), 12).blocked_share, wanted)
    np.testing.assert_array_equal(freiton.erlang_b(load[::-1, ::2], 12).blocked_share, wanted[::-1, ::2])


def test_series_are_arrays() -> None:
    frame = pd.DataFrame({"load": [10.0, 20.0], "aht_s": [180.0, 240.0]})
    frame["agents"] = freiton.erlang_c_agents(frame.load, aht_s=frame.aht_s, answered=0.8)
    assert frame.agents.tolist() == [14.0, 25.0]


def test_no_cases_give_no_answers() -> None:
    assert freiton.erlang_c_agents([], aht_s=180, answered=0.8).shape == (0,)
    assert freiton.erlang_b(np.empty((0, 3)), 2).blocked_share.shape == (0, 3)


def test_what_is_not_a_number_stays_so_and_touches_nobody_else() -> None:
    assert math.isnan(freiton.erlang_b(math.nan, 2).blocked_share)
    agents = freiton.erlang_c_agents([10.0, math.nan, 10.0], aht_s=180, answered=0.8)
    np.testing.assert_equal(agents, [14.0, math.nan, 14.0])


def test_what_nobody_can_keep_is_nan() -> None:
    # ten Erlang on five lines: more agents than lines change nothing. One Erlang: even if nobody answers, callers who
    # hold a line for two minutes are 2/3 Erlang, which five lines lose 0.06 % of.
    agents = freiton.erlang_a_agents([1.0, 10.0], aht_s=180, patience_s=120, lines=5, blocked=0.01)
    np.testing.assert_equal(agents, [0.0, math.nan])


def test_endless_patience_and_lines_make_erlang_c_of_erlang_a() -> None:
    assert (
        freiton.erlang_a(10, 14, aht_s=180, patience_s=math.inf, lines=math.inf).asa_s
        == freiton.erlang_c(10, 14, aht_s=180).asa_s
    )


@pytest.mark.parametrize(
    ("call", "name"),
    [
        (lambda: freiton.erlang_b(-1.0, 2), "load"),
        (lambda: freiton.erlang_b([1.0, 2.0, math.inf], 2), "load"),
        (lambda: freiton.erlang_b(1.0, [[-2]]), "agents"),
        (lambda: freiton.erlang_c(1.0, 2, aht_s=0), "aht_s"),
        (lambda: freiton.erlang_c(1.0, 2, aht_s=180, within_s=-1), "within_s"),
        (lambda: freiton.erlang_c_agents(1.0, aht_s=180, answered=80), "answered"),
        (lambda: freiton.erlang_c_agents(1.0, aht_s=180, average_wait_s=-1), "average_wait_s"),
        (lambda: freiton.erlang_a(1.0, 2, aht_s=180, patience_s=0), "patience_s"),
        (lambda: freiton.erlang_a(1.0, 2, aht_s=180, lines=2.5), "lines"),
        (lambda: freiton.erlang_a(1.0, 1.5, aht_s=180, lines=[4, 5]), "agents"),
        (lambda: freiton.erlang_a_agents(1.0, aht_s=180, lines=4, answered=0.8, fractional=True), "fractional"),
        (lambda: freiton.erlang_c("many", 2, aht_s=180), "load"),
        (lambda: freiton.erlang_c(np.array(["10", "11"], dtype=object), 2, aht_s=180), "load: must be a number or an"),
        (lambda: freiton.erlang_c(pd.Series(["10", "11"]), 2, aht_s=180), "load: must be a number or an array"),
        (lambda: freiton.erlang_c(1j, 2, aht_s=180), "load"),
        (lambda: freiton.erlang_c(1.0, 2, aht_s=180, counting="ofered"), "counting"),  # type: ignore[call-overload]
        (lambda: freiton.erlang_c([1, 2], [1, 2, 3], aht_s=180), "agents"),
        (lambda: freiton.erlang_c_agents(1.0, aht_s=180), "answered"),
    ],
)
def test_what_lies_outside_the_domain_is_named(call: Callable[[], object], name: str) -> None:
    with pytest.raises(ValueError, match=name):
        call()


def test_ctrl_c_ends_a_long_call() -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, 0.05)
    try:
        with pytest.raises(KeyboardInterrupt):
            freiton.erlang_a(np.full(20_000_000, 900.0), 800, aht_s=180, patience_s=60)  # would take half a minute
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
