# SPDX-License-Identifier: Apache-2.0
"""The cases in SimPy, as its documentation would have them: a process for each contact, an event for its turn.

SimPy has no notion of agents with preferences, so that the floor below is ours; its rules are those of Freiton.
"""

from __future__ import annotations

import random
from collections import deque
from collections.abc import Callable, Generator
from typing import Any

import simpy
from cases import SLOT, Case
from figures import Day

Process = Generator[simpy.Event, Any, None]


class Floor:
    """Agents by site, each idle one with the moment since when; callers who wait; letters that wait."""

    def __init__(self, env: simpy.Environment, staff: list[int], keep_free: int) -> None:
        self.env = env
        self.idle: list[deque[float]] = [deque([0.0] * people) for people in staff]
        self.calls: list[deque[simpy.Event]] = [deque() for _ in staff]
        self.letters: deque[simpy.Event] = deque()
        self.keep_free = keep_free
        self.surplus = 0  # busy agents who leave when they have finished

    def turn_of_call(self, site: int) -> simpy.Event:
        """An event that comes with the site whose agent takes the call."""
        turn = self.env.event()
        chosen = site if self.idle[site] else self.longest_idle()
        if chosen is None:
            turn.came = self.env.now
            self.calls[site].append(turn)
        else:
            self.idle[chosen].popleft()
            turn.succeed(chosen)
        return turn

    def turn_of_letter(self) -> simpy.Event:
        """An event that comes when somebody begins the letter."""
        turn = self.env.event()
        self.letters.append(turn)
        self.begin_letters()
        return turn

    def longest_idle(self) -> int | None:
        """The site of the agent who has been idle longest."""
        sites = [site for site, idle in enumerate(self.idle) if idle]
        return min(sites, key=lambda site: self.idle[site][0], default=None)

    def begin_letters(self) -> None:
        """While more people are idle than are to be kept free."""
        while self.letters and len(self.idle[0]) > self.keep_free:
            self.idle[0].popleft()
            self.letters.popleft().succeed(0)

    def free(self, site: int) -> None:
        """An agent has finished: own site's callers first, then the longest waiting of the others, then letters."""
        if self.surplus > 0:
            self.surplus -= 1
            return
        waiting = self.calls[site] or min(
            (queue for queue in self.calls if queue), key=lambda queue: queue[0].came, default=None
        )
        if waiting:
            waiting.popleft().succeed(site)
            return
        self.idle[site].append(self.env.now)
        self.begin_letters()

    def give_up(self, turn: simpy.Event) -> None:
        """A caller hangs up."""
        next(queue for queue in self.calls if turn in queue).remove(turn)

    def change_staff(self, by: int) -> None:
        """One team gets larger or smaller: the idle leave first, the busy when they have finished."""
        while by > 0:
            back = min(by, self.surplus)
            self.surplus -= back
            by -= back
            if by > 0:
                self.free(0)
                by -= 1
        while by < 0:
            if self.idle[0]:
                self.idle[0].popleft()
            else:
                self.surplus += 1
            by += 1


class Office:
    """One day of a case."""

    def __init__(self, case: Case, seed: int) -> None:
        self.case = case
        self.random = random.Random(seed)
        self.env = simpy.Environment()
        one_team = case.name == "a"
        self.floor = Floor(self.env, [case.staff[0]] if one_team else list(case.staff), case.keep_free)
        self.day = Day()
        if one_team:
            self.env.process(self.roster())
            self.env.process(self.arrivals(lambda now: case.calls[int(now // SLOT)], lambda: self.call(0)))
        else:
            for site, mean in enumerate(case.calls):
                self.env.process(self.arrivals(lambda _, mean=mean: mean, lambda site=site: self.call(site)))
        if case.letters:
            self.env.process(self.arrivals(lambda _: case.letters, self.letter))

    def run(self) -> Day:
        """One team closes and serves who is there; round the clock four hours more are simulated, uncounted."""
        self.env.run(None if self.case.name == "a" else self.case.day_s + 8 * SLOT)
        return self.day

    def arrivals(self, mean: Callable[[float], float], contact: Callable[[], Process]) -> Process:
        """Poisson: exponential gaps, begun anew at each half hour as the rate changes."""
        end = self.case.day_s if self.case.name == "a" else self.case.day_s + 8 * SLOT
        for slot in range(int(end // SLOT)):
            while True:
                gap = self.random.expovariate(mean(slot * SLOT) / SLOT)
                if self.env.now + gap >= (slot + 1) * SLOT:
                    yield self.env.timeout((slot + 1) * SLOT - self.env.now)
                    break
                yield self.env.timeout(gap)
                self.day.simulated += 1
                self.env.process(contact())

    def roster(self) -> Process:
        """Staff by half hour."""
        for before, after in zip(self.case.staff, self.case.staff[1:], strict=False):
            yield self.env.timeout(SLOT)
            self.floor.change_staff(after - before)

    def call(self, site: int) -> Process:
        """A caller from beginning to end."""
        came = self.env.now
        counted = came < self.case.day_s
        self.day.offered += counted
        turn = self.floor.turn_of_call(site)
        if not turn.triggered and self.case.patience_s is not None:
            yield turn | self.env.timeout(self.random.expovariate(1 / self.case.patience_s))
            if not turn.triggered:
                self.floor.give_up(turn)
                self.day.abandoned += counted
                return
        by = yield turn
        if counted:
            wait = self.env.now - came
            self.day.answered += 1
            self.day.answered_wait_s += wait
            self.day.in_time += wait <= self.case.within_s
            self.day.away += by != site
        yield self.env.timeout(self.random.expovariate(1 / self.case.handling_s))
        self.floor.free(by)

    def letter(self) -> Process:
        """A letter from beginning to end."""
        came = self.env.now
        yield self.floor.turn_of_letter()
        yield self.env.timeout(self.random.expovariate(1 / self.case.letter_s))
        if came < self.case.day_s:
            self.day.letters += 1
            self.day.turnaround_s += self.env.now - came
        self.floor.free(0)


def simulate(case: Case, seed: int) -> Day:
    """One day."""
    return Office(case, seed).run()
