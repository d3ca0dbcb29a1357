# SPDX-License-Identifier: Apache-2.0
"""While the engine works: signals are obeyed, other threads run, progress is told."""

import signal
import sys
import threading
from collections.abc import Callable

import pytest

import freiton
from places import SCENARIOS

QUICKSTART = freiton.load(SCENARIOS / "quickstart.yaml")
FIRM = freiton.load(SCENARIOS / "service_firm.yaml")
STAFF = {"inside_sales_hamburg": 12, "inside_sales_munich": 10}
ENDLESS = 100_000_000  # replications: hours

LONG: dict[str, Callable[..., object]] = {
    "plan": lambda **options: freiton.plan(FIRM, "simulation", **options),  # most of a minute
    "simulate": lambda **options: freiton.simulate(FIRM, STAFF, replications=ENDLESS, **options),
    "compare": lambda **options: freiton.compare(FIRM, staff=STAFF, replications=ENDLESS, **options),
}


@pytest.mark.parametrize("question", LONG.values(), ids=LONG)
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
