# SPDX-License-Identifier: Apache-2.0
"""Service contracts as tables."""

import pickle

import pytest

import freiton
from places import SCENARIOS


@pytest.fixture(scope="module")
def contract() -> freiton.Contract:
    return freiton.contract(SCENARIOS / "service_firm.yaml", method="formula")


def test_services_customers_and_segments_add_up_to_the_plan(contract: freiton.Contract) -> None:
    for key in ("agent_hours", "paid_hours", "paid_fte", "cost"):
        of_plan = contract.plan.totals[key]
        assert of_plan is not None
        assert contract.total[key] == pytest.approx(of_plan, rel=1e-9)
        for sums in (contract.services, contract.by_customer, contract.by_segment):
            assert sums[key].sum() == pytest.approx(of_plan, rel=1e-9)
    parts = contract.services[["busy_hours", "idle_hours", "absent_hours"]].sum(axis=1)
    assert parts.tolist() == pytest.approx(contract.services.agent_hours.tolist())


def test_a_service_says_for_whom_it_is_and_what_is_promised(contract: freiton.Contract) -> None:
    orders = contract.services.loc["orders"]
    assert (orders.customer, orders.segment) == ("Field sales", "Trade")
    assert orders.promise == "80 % answered within 20 s, at most 5 % abandoned"
    assert orders.cost_per_contact == pytest.approx(orders.cost / orders.offered)
    assert list(contract.by_customer.index) == ["Field sales", "Key account management", "Head office"]


def test_every_promise_has_its_prices(contract: freiton.Contract) -> None:
    prices = contract.prices.set_index(["work", "step"])
    assert len(prices) == 3 * len(contract.services)
    assert prices.loc[("orders", "tighter"), "promise"] == "85 % answered within 20 s, at most 2.5 % abandoned"
    kept = prices[prices.met.fillna(True)]
    assert (kept.xs("looser", level="step").agent_hours_difference <= 0).all()
    assert (kept.xs("tighter", level="step").agent_hours_difference >= 0).all()


def test_a_promise_that_is_only_expected_is_not_told_as_kept(contract: freiton.Contract) -> None:
    stated = [price["met"] for price in contract.to_dict()["prices"]]
    assert None in stated
    assert contract.prices.met.dtype == "boolean"
    assert contract.prices.met.isna().tolist() == [met is None for met in stated]
    with pytest.raises(TypeError):
        bool(contract.prices.met[stated.index(None)])


def test_it_says_what_the_cheapest_known_plan_spares(contract: freiton.Contract) -> None:
    spared = contract.spared
    assert spared == contract.to_dict()["spared"]
    assert spared is None or set(spared) == {"agent_hours", "cost", "expected"}


def test_given_staff_has_no_prices_and_no_customer_no_sums() -> None:
    desk = freiton.contract(SCENARIOS / "quote_desk.yaml", method="formula")
    assert desk.prices.empty
    assert desk.by_customer.empty
    assert list(desk.prices.columns) == ["work", "step", "promise", "met"]


def test_it_can_be_pickled_and_says_what_it_is(contract: freiton.Contract) -> None:
    again = pickle.loads(pickle.dumps(contract))
    assert again.to_dict() == contract.to_dict()
    assert repr(again).startswith("<freiton.Contract 'Internal service company, Hamburg and Munich': orders, key_")
