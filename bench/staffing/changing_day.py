# SPDX-License-Identifier: Apache-2.0
"""The exact service level of a day whose demand and staff change: M(t)/M/s(t)+M in every interval, empty at first.

A state is (busy, waiting). Forward by uniformization with exact integrals of the distribution; a caller who waits is
followed backward for as long as the promise gives them, over a change of staff as well. The last 20 s of an interval
(the callers who see the next one) are integrated with 12 Gauss-Legendre nodes. Checked against `sl20` of
tests/reference/time_varying.json: `plans_of_changing_days.py --check`.
"""

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.linalg import expm_multiply
from scipy.stats import poisson

NODES, WEIGHTS = np.polynomial.legendre.leggauss(12)


class ChangingDay:
    """One case of the reference; `agents` are given to `levels`."""

    def __init__(self, case, most_agents, most_waiting):
        self.interval_s = case["interval_s"]
        self.arrival_rates = [n / case["interval_s"] for n in case["arrivals_per_interval"]]
        self.service_rate = 1.0 / case["aht_s"]
        self.patience_rate = 1.0 / case["patience_s"] if case["patience_s"] else 0.0
        self.exhaustive = case["discipline"] == "exhaustive"
        self.within_s = case["sl_threshold_s"]
        self.busy = most_agents + 1
        self.waiting = most_waiting + 1
        self.size = self.busy * self.waiting
        self.of_busy, self.of_waiting = (a.ravel() for a in np.mgrid[0 : self.busy, 0 : self.waiting])

    def at(self, busy, waiting):
        return busy * self.waiting + waiting

    def begin_with(self, agents, distribution):
        """The distribution once so many agents are there."""
        return np.bincount(self.at(*self.after_change(agents)), weights=distribution, minlength=self.size)

    def after_change(self, agents):
        """Where each state goes when so many agents are there: (busy, waiting)."""
        taken = np.clip(agents - self.of_busy, 0, self.of_waiting)
        sent_back = np.zeros_like(taken) if self.exhaustive else np.maximum(0, self.of_busy - agents)
        waiting = np.minimum(self.waiting - 1, self.of_waiting - taken + sent_back)
        return self.of_busy + taken - sent_back, waiting

    def generator(self, arrival_rate, agents):
        """Of the whole system, [from, to], without its diagonal."""
        busy, waiting = self.of_busy, self.of_waiting
        here = np.arange(self.size)
        idle = busy < agents
        joins = ~idle & (waiting < self.waiting - 1)
        served = (busy > 0) & (busy == agents) & (waiting > 0)  # the next in line takes the agent who became free
        frees = (busy > 0) & ~served
        gives_up = waiting > 0
        moves = [
            (here[idle], here[idle] + self.waiting, np.full(idle.sum(), arrival_rate)),
            (here[joins], here[joins] + 1, np.full(joins.sum(), arrival_rate)),
            (here[served], here[served] - 1, busy[served] * self.service_rate),
            (here[frees], here[frees] - self.waiting, busy[frees] * self.service_rate),
            (here[gives_up], here[gives_up] - 1, waiting[gives_up] * self.patience_rate),
        ]
        return self.matrix(moves, self.size)

    def caller_generator(self, agents):
        """Of a waiting caller and those ahead: [from, to] with its diagonal; the last two states: answered, lost."""
        busy, ahead = self.of_busy, self.of_waiting
        here = np.arange(self.size)
        waits = busy >= agents
        answered, lost = self.size, self.size + 1
        moving_up = waits & (busy == agents) & (busy > 0) & (ahead > 0)
        first = waits & (busy == agents) & (busy > 0) & (ahead == 0)
        over = waits & (busy > agents)
        fewer = waits & (ahead > 0)
        moves = [
            (here[moving_up], here[moving_up] - 1, busy[moving_up] * self.service_rate),
            (here[first], np.full(first.sum(), answered), busy[first] * self.service_rate),
            (here[over], here[over] - self.waiting, busy[over] * self.service_rate),
            (here[fewer], here[fewer] - 1, ahead[fewer] * self.patience_rate),
            (here[waits], np.full(waits.sum(), lost), np.full(waits.sum(), self.patience_rate)),
        ]
        rates = self.matrix(moves, self.size + 2)
        return rates - csr_matrix((np.asarray(rates.sum(axis=1)).ravel(), (range(rates.shape[0]),) * 2))

    @staticmethod
    def matrix(moves, size):
        rows, columns, rates = (np.concatenate(parts) for parts in zip(*moves, strict=True))
        return csr_matrix((rates, (rows, columns)), shape=(size, size))

    def advanced(self, rates, begin, seconds):
        """The distribution so many seconds later, and its integral over them."""
        out = np.asarray(rates.sum(axis=1)).ravel()
        reached = begin > 0.0  # what is not within reach has no part in the pace
        pace = max(1e-9, out[self.within_reach(rates, reached)].max())
        steps = int(poisson.isf(1e-13, pace * seconds)) + 2
        weights = poisson.pmf(np.arange(steps), pace * seconds)
        beyond = poisson.sf(np.arange(steps), pace * seconds)
        transposed = rates.T.tocsr()
        stay = pace - out
        now = begin.copy()
        end, integral = np.zeros_like(now), np.zeros_like(now)
        for weight, tail in zip(weights, beyond, strict=True):
            end += weight * now
            integral += tail * now
            now = (transposed @ now + stay * now) / pace
        return end, integral / pace

    @staticmethod
    def within_reach(rates, reached):
        transposed = (rates > 0).T.tocsr().astype(float)
        while True:
            more = reached | (transposed @ reached.astype(float) > 0.0)
            if (more == reached).all():
                return reached
            reached = more

    def answered_within(self, agents, next_agents, left_s):
        """By state: a caller who finds it is answered in time, so many seconds before the next interval."""
        value = np.zeros(self.size + 2)
        value[self.size] = 1.0
        after = self.within_s - left_s
        if after > 0.0:
            value = expm_multiply(self.caller_generator(next_agents) * after, value)
            value[: self.size] = self.before_change(value[: self.size], next_agents)
        value = expm_multiply(self.caller_generator(agents) * min(left_s, self.within_s), value)[: self.size]
        value[self.of_busy < agents] = 1.0
        return value

    def before_change(self, value, agents):
        """The caller's chances before so many agents are there, from those after."""
        busy, ahead = self.after_change(agents)
        answered = agents - self.of_busy > self.of_waiting
        return np.where(answered, 1.0, value[self.at(busy, ahead)])

    def interval(self, i, agents, distribution):
        """Service level of interval i (None: nobody calls) and the distribution at its end."""
        rates = self.generator(self.arrival_rates[i], agents[i])
        begin = self.begin_with(agents[i], distribution)
        early_s = self.interval_s - self.within_s
        at, early = self.advanced(rates, begin, early_s)
        last = agents[min(i + 1, len(agents) - 1)]
        kept = early @ self.answered_within(agents[i], agents[i], self.within_s)
        before = early_s
        for node, weight in zip(NODES, WEIGHTS, strict=True):
            now = early_s + 0.5 * self.within_s * (node + 1.0)
            at, _ = self.advanced(rates, at, now - before)
            before = now
            kept += 0.5 * self.within_s * weight * (at @ self.answered_within(agents[i], last, self.interval_s - now))
        at, _ = self.advanced(rates, at, self.interval_s - before)
        return (kept / self.interval_s if self.arrival_rates[i] > 0.0 else None), at

    def levels(self, agents, first=0, begin=None, last=None):
        """Service levels of intervals first to last, and the distribution before each of them."""
        now = begin
        if now is None:
            now = np.zeros(self.size)
            now[0] = 1.0
        levels, before = [], []
        for i in range(first, len(agents) if last is None else last):
            before.append(now)
            level, now = self.interval(i, agents, now)
            levels.append(level)
        return levels, before
