# SPDX-License-Identifier: Apache-2.0
"""Laws of durations against independent values, over arrays, and in scenarios."""

import datetime
import math
import pickle
from typing import Any

import numpy as np
import pytest

import freiton
from places import SCENARIOS, reference_cases

CASES = reference_cases("random_variates")


def law_of(case: dict[str, Any]) -> freiton.DurationLaw:
    given = dict(case["given"])
    families: dict[str, Any] = {"hyperexponential_balanced": "hyperexponential", "deterministic": "constant"}
    family = families.get(case["distribution"], case["distribution"])
    if family == "constant":
        del given["sd"]
    for key in ("mean", "sd", "min", "mode", "max"):
        if key in given:
            given[key] = f"{given[key]!r} s"
    values = given.pop("data", None)
    return freiton.DurationLaw(family, **given, values_s=values)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_a_law_agrees_with_high_precision_values(case: dict[str, Any]) -> None:
    law = law_of(case)
    p, x = (np.array([point[key] for point in case["quantiles"]]) for key in ("p", "x"))
    t, below = (np.array([point[key] for point in case["cdf"]]) for key in ("t", "p"))
    np.testing.assert_allclose([law.mean(), law.sd()], [case["mean"], case["sd"]], rtol=1e-9)
    np.testing.assert_allclose(law.quantile(p), x, rtol=1e-9)
    np.testing.assert_allclose(law.cdf(t), below, rtol=1e-9, atol=1e-300)
    np.testing.assert_allclose(law.tail(t), 1.0 - below, rtol=1e-9, atol=1e-15)  # 1 - cdf has lost what is below


@pytest.mark.parametrize("case", CASES[::6], ids=lambda case: case["id"])
def test_draws_have_the_mean_of_their_law(case: dict[str, Any]) -> None:
    law, draws = law_of(case), 20_000
    assert abs(law.sample(draws, seed=5).mean() - law.mean()) <= 5.0 * law.sd() / math.sqrt(draws)


def test_numbers_give_numbers_and_arrays_arrays_of_their_shape() -> None:
    law = freiton.DurationLaw(mean="4 min")
    assert type(law.cdf(240)) is float
    assert law.cdf(240) == pytest.approx(1 - math.exp(-1))
    assert law.cdf([[60, 240, math.nan]]).shape == (1, 3)
    assert math.isnan(law.cdf(math.nan))
    assert law.cdf([-1.0, math.inf]).tolist() == [0.0, 1.0]
    assert law.quantile([]).shape == (0,)
    assert type(law.sample()) is float
    assert law.sample((2, 3)).shape == (2, 3)
    assert law.sample(0).shape == (0,)


def test_the_same_seed_draws_the_same() -> None:
    law = freiton.DurationLaw("gamma", mean="4 min", cv=0.5)
    assert law.sample(5, seed=3).tolist() == law.sample(9, seed=3)[:5].tolist()
    assert law.sample(5, seed=3).tolist() != law.sample(5, seed=4).tolist()


def test_a_law_is_stated_as_in_a_scenario() -> None:
    law = freiton.DurationLaw(mean=datetime.timedelta(minutes=4), cv=0.9)
    assert law == freiton.DurationLaw(mean="240.0 s", cv=0.9)
    assert law != freiton.DurationLaw("gamma", mean="240.0 s", cv=0.9)
    assert hash(law) == hash(pickle.loads(pickle.dumps(law)))
    assert repr(freiton.DurationLaw("gamma", mean="4 min", cv=1.2)) == "<freiton.DurationLaw gamma mean 4 min, cv 1.2>"
    with pytest.raises(freiton.ScenarioError) as caught:
        freiton.DurationLaw(mean=240)  # type: ignore[arg-type]
    assert [problem.hint for problem in caught.value.problems] == ["240 s"]
    with pytest.raises(freiton.ScenarioError, match="cv"):
        freiton.DurationLaw("gamma", mean="4 min")


def test_laws_come_out_of_scenarios_and_go_in_again() -> None:
    firm = freiton.load(SCENARIOS / "service_firm.yaml")
    law = firm.handling_time("orders")
    assert law.mean() == 240.0
    assert law.sd() == pytest.approx(0.9 * 240.0)
    assert firm.patience("faxes") is None
    patience = firm.patience("orders")
    assert patience is not None
    assert patience.mean() == 120.0
    assert firm.with_({"work.key_accounts.handling_time": law}).handling_time("key_accounts") == law
    with pytest.raises(KeyError, match="fox"):
        firm.handling_time("fox")


def test_a_law_is_that_of_an_hour_and_day_as_usual() -> None:
    office = freiton.load(SCENARIOS / "quickstart.yaml")
    varied = office.with_({"work.hotline.handling_time.day_cv": 0.2, "work.hotline.patience.by_interval": [1.5] * 24})
    assert varied.handling_time("hotline") == office.handling_time("hotline")
    assert varied.patience("hotline") == office.patience("hotline")


def test_observed_durations_are_an_empirical_law() -> None:
    observed = [100.0, 140.0, 140.0, 300.0]
    law = freiton.DurationLaw(values_s=observed)
    assert law.mean() == 170.0
    assert law.cdf([99.0, 140.0]).tolist() == [0.0, 0.75]
    assert set(law.sample(100)) <= set(observed)
    scenario = freiton.load(SCENARIOS / "quickstart.yaml").with_({"work.hotline.handling_time": law})
    assert scenario.handling_time("hotline").quantile(0.9) == 300.0
    assert pickle.loads(pickle.dumps(law)) == law
    with pytest.raises(ValueError, match="values_s"):
        freiton.DurationLaw(values_s=[3.0, -1.0])


def test_what_lies_outside_the_domain_is_named() -> None:
    law = freiton.DurationLaw(mean="4 min")
    for p in (0.0, 1.0, -0.1, [0.5, 2.0]):
        with pytest.raises(ValueError, match="p: must be"):
            law.quantile(p)
    with pytest.raises(ValueError, match="t_s"):
        law.cdf("long")
    with pytest.raises(ValueError, match="size"):
        law.sample(-1)
    for size in (2**40, (2**40, 2**40)):
        with pytest.raises(ValueError, match="size: must be at most 1,000,000,000 draws at once, got 1,"):
            law.sample(size)
    with pytest.raises(ValueError, match="seed"):
        law.sample(1, seed=-1)
