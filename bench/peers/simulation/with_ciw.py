# SPDX-License-Identifier: Apache-2.0
"""The cases in Ciw: one node each, nearest to what Ciw offers, and with nodes of ours where it means something else."""

from __future__ import annotations

from typing import Any

import ciw
from cases import SLOT, Case
from figures import Day


class KeptTeam(ciw.Node):
    """Staff changes by the difference.

    Ciw's own schedule sends all servers home and brings a whole new shift, while those who are busy finish what they
    have begun: for some minutes there are more people than the roster says.
    """

    def take_servers_off_duty(self, preemption: bool = False) -> None:
        """The idle leave first, then so many busy ones when they have finished."""
        surplus = sum(not server.offduty for server in self.servers) - self.c
        idle = [server for server in self.servers if not server.busy]
        for server in idle[: max(0, surplus)]:
            server.shift_end = self.next_event_date
            self.kill_server(server)
        busy = [server for server in self.servers if server.busy and not server.offduty]
        for server in busy[: max(0, surplus - len(idle))]:
            server.shift_end = self.next_event_date
            server.offduty = True

    def add_new_servers(self, num_servers: int) -> None:
        """Those who are about to leave stay first; the others come."""
        leaving = [server for server in self.servers if server.offduty]
        missing = num_servers - (len(self.servers) - len(leaving))
        for server in leaving[: max(0, missing)]:
            server.offduty = False
            server.shift_end = float("inf")
        super().add_new_servers(max(0, missing - len(leaving)))


class KeepFree(ciw.Node):
    """Calls before letters, and a letter only while more than three are idle. Ciw knows the first half."""

    def choose_next_customer(self) -> Any:
        """Nobody, if only letters wait and too few are idle."""
        chosen = super().choose_next_customer()
        if chosen is None or chosen.customer_class == "calls":
            return chosen
        return chosen if sum(not server.busy for server in self.servers) > 3 else None


def own_site_first(server: Any, individual: Any) -> int:
    """Servers 1 to 33 sit at the first site, and so on. Among the others Ciw takes the first, not the longest idle."""
    return int((server.id_number - 1) // 33 != int(individual.customer_class[-1]))


def network_of(case: Case) -> Any:
    """The case as a network of one node."""
    exponential = ciw.dists.Exponential
    serve = exponential(1 / case.handling_s)
    if case.name == "a":
        ends = [SLOT * (i + 1) for i in range(len(case.calls))]
        return ciw.create_network(
            arrival_distributions=[
                ciw.dists.PoissonIntervals([mean / SLOT for mean in case.calls], ends, max_sample_date=case.day_s)
            ],
            service_distributions=[serve],
            number_of_servers=[ciw.Schedule(numbers_of_servers=list(case.staff), shift_end_dates=ends)],
            reneging_time_distributions=[exponential(1 / case.patience_s)],
        )
    if case.name == "b":
        sites = [f"site {site}" for site in range(3)]
        return ciw.create_network(
            arrival_distributions={
                site: [exponential(mean / SLOT)] for site, mean in zip(sites, case.calls, strict=True)
            },
            service_distributions={site: [serve] for site in sites},
            reneging_time_distributions={site: [exponential(1 / case.patience_s)] for site in sites},
            number_of_servers=[sum(case.staff)],
            server_priority_functions=[own_site_first],
        )
    return ciw.create_network(
        arrival_distributions={
            "calls": [exponential(case.calls[0] / SLOT)],
            "letters": [exponential(case.letters / SLOT)],
        },
        service_distributions={"calls": [serve], "letters": [exponential(1 / case.letter_s)]},
        number_of_servers=[case.staff[0]],
        priority_classes={"calls": 0, "letters": 1},
    )


def simulate(case: Case, seed: int, own_nodes: bool) -> Day:
    """One day. Four hours more are simulated, uncounted; after closing nobody comes in them."""
    ciw.seed(seed)
    own = {"a": KeptTeam, "b": ciw.Node, "c": KeepFree}[case.name]
    simulation = ciw.Simulation(network_of(case), node_class=own if own_nodes else ciw.Node)
    simulation.simulate_until_max_time(case.day_s + 8 * SLOT)
    day = Day()
    for record in simulation.get_all_records():
        if record.record_type not in ("service", "renege"):
            continue
        day.simulated += 1
        if record.arrival_date >= case.day_s:
            continue
        if record.customer_class == "letters":
            day.letters += 1
            day.turnaround_s += record.exit_date - record.arrival_date
        elif record.record_type == "renege":
            day.offered += 1
            day.abandoned += 1
        else:
            day.offered += 1
            day.answered += 1
            day.answered_wait_s += record.waiting_time
            day.in_time += record.waiting_time <= case.within_s
            day.away += case.name == "b" and (record.server_id - 1) // 33 != int(record.customer_class[-1])
    return day
