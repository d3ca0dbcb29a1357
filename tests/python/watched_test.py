# SPDX-License-Identifier: Apache-2.0
"""While the engine works: signals are obeyed, other threads run, progress is told."""

import signal
import sys
import threading
from collections.abc import Callable

import numpy as np
import pytest

import freiton
from places import SCENARIOS

QUICKSTART = freiton.load(SCENARIOS / "quickstart.yaml")
FIRM = freiton.load(SCENARIOS / "service_firm.yaml")
ONE_DAY = FIRM.with_({"calendar.days": 1})
STAFF = {"inside_sales_hamburg": 12, "inside_sales_munich": 10}
ENDLESS = 100_000_000  # replications: hours

# A year of five-minute intervals, most of them different from all others of their week: minutes by formula.
YEAR = freiton.load(
    {
        "freiton": 1,
        "calendar": {"first_day": "2026-01-05", "days": 364, "open": "00:00-24:00", "interval": "5 min"},
        "work": {
            name: {
                "kind": "call",
                "arrivals": {"per_interval": [50 + i * 37 % 100 for i in range(288)], "weekdays": {day: 0.7}},
                "handling_time": "4 min",
                "patience": "2 min",
                "target": {"answered": "80 %", "within": "20 s"},
            }
            for name, day in (("sales", "sat"), ("service", "sun"))
        },
        "teams": {"office": {"handles": ["sales", "service"]}},
    }
)
MANY = np.linspace(90_000.0, 99_000.0, 2_000_000)  # loads, of each some fifty microseconds

LONG: dict[str, Callable[..., object]] = {
    "plan": lambda **options: freiton.plan(FIRM, "simulation", **options),  # most of a minute
    "simulate": lambda **options: freiton.simulate(FIRM, STAFF, replications=ENDLESS, **options),
    "compare": lambda **options: freiton.compare(FIRM, staff=STAFF, replications=ENDLESS, **options),
}


WITHOUT_PROGRESS: dict[str, Callable[[], object]] = {
    "plan by formula": lambda: freiton.plan(YEAR, "formula"),
    "trace": lambda: freiton.trace(YEAR, {"office": 240}),
    "erlang_a": lambda: freiton.erlang_a(MANY, MANY, aht_s=180.0, patience_s=120.0),
    "erlang_a_agents": lambda: freiton.erlang_a_agents(MANY, aht_s=180.0, patience_s=120.0, answered=0.8),
    "erlang_c_load": lambda: freiton.erlang_c_load(MANY, aht_s=180.0, answered=0.8),
}


@pytest.mark.parametrize("question", [*LONG.values(), *WITHOUT_PROGRESS.values()], ids=[*LONG, *WITHOUT_PROGRESS])
def test_ctrl_c_ends_a_long_question(question: Callable[..., object]) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, 0.2)
    try:
        with pytest.raises(KeyboardInterrupt):
            question()
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


class Enough(Exception):
    """Raised by a progress function."""


@pytest.mark.parametrize("question", LONG.values(), ids=LONG)
def test_progress_is_told_on_the_calling_thread_and_may_end_the_question(question: Callable[..., object]) -> None:
    shares = []

    def tell(share: float) -> None:
        assert threading.current_thread() is threading.main_thread()
        shares.append(share)
        if len(shares) == 3:
            raise Enough

    with pytest.raises(Enough):
        question(progress=tell)
    assert all(0.0 <= share <= 1.0 for share in shares)


QUICK: dict[str, Callable[..., object]] = {
    "compare": lambda **options: freiton.compare(ONE_DAY, staff=STAFF, replications=30, **options),
    "headroom": lambda **options: freiton.simulate(ONE_DAY, STAFF, replications=30, headroom=True, **options),
}


@pytest.mark.parametrize("question", QUICK.values(), ids=QUICK)
def test_progress_never_falls(question: Callable[..., object]) -> None:
    shares: list[float] = []
    question(progress=shares.append)
    assert shares == sorted(shares)
    assert shares[-1] == 1.0


def test_the_last_that_is_told_is_that_all_is_done() -> None:
    shares: list[float] = []
    freiton.simulate(QUICKSTART, {"hotline_team": 20}, replications=30, progress=shares.append)
    assert shares[-1] == 1.0


def test_a_bar_is_shown_when_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    freiton.simulate(QUICKSTART, {"hotline_team": 20}, replications=30, progress=True)
    shown = capsys.readouterr()
    assert "simulate: 100%" in shown.err
    assert shown.out == ""
    freiton.simulate(QUICKSTART, {"hotline_team": 20}, replications=30)
    assert capsys.readouterr().err == ""


def test_a_bar_needs_tqdm(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "tqdm.auto", None)
    with pytest.raises(ImportError, match="pip install tqdm"):
        freiton.plan(QUICKSTART, progress=True)


def test_other_threads_run_meanwhile() -> None:
    stop, ready = threading.Event(), threading.Event()
    results: list[str] = []

    def stop_if_told(_: float) -> None:
        if stop.is_set():
            sys.exit()

    def ask() -> None:
        ready.set()
        try:
            LONG["simulate"](progress=stop_if_told)
        except SystemExit:
            results.append("ended")

    asking = threading.Thread(target=ask)
    asking.start()
    assert ready.wait()
    results.append(repr(freiton.plan(QUICKSTART).met))  # while the other is asking
    stop.set()
    asking.join()
    assert results == ["True", "ended"]
