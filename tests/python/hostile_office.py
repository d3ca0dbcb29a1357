# SPDX-License-Identifier: Apache-2.0
"""Calls and post at two sites: names that would like to be formulas or sheets of Excel's, a title that is one."""

OFFICE = """freiton: 1
title: '=1+1'
calendar: {first_day: 2026-03-05, days: 2, open: '09:00-12:00', interval: 30 min}
sites: [north, south]
work:
  calls:
    kind: call
    customer: '@all'
    description: Takes orders, and says when they come.
    arrivals: {per_interval: {north: 5, south: 7}}
    handling_time: {mean: 4 min}
    patience: {mean: 2 min}
    target: {answered: 80 %, within: 20 s}
  post:
    kind: backlog
    arrivals: {per_day: {north: 12, south: 9}, at: '09:00'}
    handling_time: {mean: 5 min}
    target: {done: 90 %, within: 4 h}
teams:
  -north: {site: north, handles: [calls, post], staff: 4, absence: 5 %, cost: 38 / h}
  history: {site: south, handles: [calls, post], staff: 3, cost: 30 / h}
organisations: {virtual_team: {reach: all}, per_site: {reach: site}}
simulation: {replications: 30}
"""

# The same where the people are to be found.
UNSTAFFED = OFFICE.replace(", staff: 4", "").replace(", staff: 3", "")
