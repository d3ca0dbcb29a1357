# SPDX-License-Identifier: Apache-2.0
"""What goes into the calculators as a Series comes out as one, and what is masked stays masked."""

from typing import Any

import numpy as np
import pandas as pd
import pytest

import freiton

LOAD = pd.Series([10.0, 11.0, 12.0], index=["mon", "tue", "wed"], name="load")


def test_a_series_gives_a_series_with_its_index() -> None:
    agents = freiton.erlang_c_agents(LOAD, aht_s=180, answered=0.8)
    pd.testing.assert_series_equal(agents, pd.Series([14.0, 15.0, 16.0], index=LOAD.index))
    figures = freiton.erlang_c(LOAD, agents, aht_s=180)
    table = pd.DataFrame(dict(figures))
    assert table.index.tolist() == ["mon", "tue", "wed"]
    assert table.service_level["tue"] == freiton.erlang_c(11, 15, aht_s=180).service_level
    assert table.load.tolist() == LOAD.tolist()
    assert table.stable.dtype == bool
    assert freiton.erlang_b_load(agents, blocked=0.01).index.equals(LOAD.index)


def test_a_series_anywhere_is_enough() -> None:
    wait = freiton.erlang_c(10, 14, aht_s=180 + 0 * LOAD).asa_s
    assert isinstance(wait, pd.Series)
    assert wait.index.equals(LOAD.index)
    assert isinstance(freiton.erlang_c(LOAD.to_numpy(), 14, aht_s=180).asa_s, np.ndarray)


def test_what_has_another_shape_is_an_array() -> None:
    table = freiton.erlang_c_agents(LOAD, aht_s=np.array([[120.0], [300.0]]), answered=0.8)
    assert isinstance(table, np.ndarray)
    assert table.shape == (2, 3)


def test_series_of_different_indexes_are_refused() -> None:
    other = pd.Series([14.0, 14.0, 15.0], index=["tue", "wed", "mon"])
    with pytest.raises(ValueError, match="load, agents: these Series have different indexes; align them first"):
        freiton.erlang_c(LOAD, other, aht_s=180)
    aligned = freiton.erlang_c(LOAD, other.reindex(LOAD.index), aht_s=180)
    assert aligned.agents.tolist() == [15.0, 14.0, 14.0]


def test_what_is_not_known_of_a_series_is_nan() -> None:
    agents = freiton.erlang_c_agents(pd.Series([10, None], dtype="Int64"), aht_s=180, answered=0.8)
    assert agents[0] == 14.0
    assert np.isnan(agents[1])


def test_what_is_masked_stays_masked() -> None:
    load = np.ma.array([10.0, -1.0, 12.0], mask=[False, True, False])  # what is masked need not be possible
    agents = freiton.erlang_c_agents(load, aht_s=180, answered=0.8)
    assert isinstance(agents, np.ma.MaskedArray)
    assert agents.tolist() == [14.0, None, 16.0]
    both = freiton.erlang_c(load, np.ma.array([14, 15, 16], mask=[True, False, False]), aht_s=180).asa_s
    assert np.ma.getmaskarray(both).tolist() == [True, True, False]
    counts = freiton.erlang_b(np.ma.array([3, 4], mask=[False, True]), 5).blocked_share
    assert np.ma.getmaskarray(counts).tolist() == [False, True]


def test_a_mask_broadcasts_like_its_array() -> None:
    load = np.ma.array([10.0, 11.0], mask=[False, True])
    agents = freiton.erlang_c_agents(load, aht_s=np.array([[120.0], [300.0]]), answered=0.8)
    assert np.ma.getmaskarray(agents).tolist() == [[False, True], [False, True]]


def test_laws_give_back_what_they_get() -> None:
    law = freiton.DurationLaw(mean="4 min")
    t_s = pd.Series([60.0, 240.0], index=["short", "long"])
    for shares in (law.cdf(t_s), law.tail(t_s), law.quantile(t_s / 1000)):
        assert shares.index.equals(t_s.index)
    assert law.cdf(t_s)["long"] == law.cdf(240.0)
    assert law.cdf(np.ma.array([60.0, 240.0], mask=[True, False])).tolist() == [None, law.cdf(240.0)]


def test_post_is_told_by_slot_and_by_cohort() -> None:
    slots = pd.Series([1.0, 1.0, 1.0], index=pd.date_range("2026-03-02 08:00", periods=3, freq="h"))
    work_h = pd.Series([1.0, 2.0], index=["letters", "faxes"])
    people = freiton.backlog_flattest(work_h, [0, 1], 2, slots)
    assert people.index.equals(slots.index)
    assert people.tolist() == [1.0, 1.0, 1.0]
    outcome: Any = freiton.backlog_earliest_due(work_h, [0, 1], 2, slots)
    assert outcome.on_time_h["faxes"] == 2.0
    for by_slot in (outcome.completed_h, outcome.backlog_h, outcome.late_h, outcome.oldest):
        assert by_slot.index.equals(slots.index)
    assert isinstance(freiton.backlog_flattest(work_h, [0, 1], 2, [1.0, 1.0, 1.0]), np.ndarray)
