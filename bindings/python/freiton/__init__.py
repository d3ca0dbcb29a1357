# SPDX-License-Identifier: Apache-2.0
"""How many people does it take to be reachable, and to get the post done too?

>>> import freiton
>>> scenario = freiton.load("scenarios/quickstart.yaml")
>>> result = freiton.plan(scenario)
>>> result.staffing.agents.max()

Shares are fractions (0.8), durations in numbers end in their unit (``aht_s``), loads are in Erlang.
"""

from freiton._backlog import (
    BacklogOutcome,
    BacklogPeople,
    backlog_constant,
    backlog_earliest_due,
    backlog_flattest,
)
from freiton._calibrate import Calibration, calibrate
from freiton._cluster import ClusterError
from freiton._compare import Comparison, compare
from freiton._contract import Contract, contract
from freiton._engine import __version__
from freiton._erlang_a import erlang_a, erlang_a_agents, erlang_a_load
from freiton._erlang_b import erlang_b, erlang_b_agents, erlang_b_load
from freiton._erlang_c import erlang_c, erlang_c_agents, erlang_c_load
from freiton._errors import Place, Problem, ScenarioError
from freiton._figures import ErlangFigures
from freiton._forecast import forecast
from freiton._forecast_answer import Forecast
from freiton._import_log import ImportedLog, import_log
from freiton._law import DurationLaw
from freiton._look import LogLook, look
from freiton._plan import PlanResult, plan
from freiton._result import PlanWarning
from freiton._scenario import Scenario, load
from freiton._simulate import SimulationResult, simulate, trace
from freiton._study import Study, load_study
from freiton._sweep import SweepTable, sweep
from freiton._validate import Validation, validate

__all__ = [
    "BacklogOutcome",
    "BacklogPeople",
    "Calibration",
    "ClusterError",
    "Comparison",
    "Contract",
    "DurationLaw",
    "ErlangFigures",
    "Forecast",
    "ImportedLog",
    "LogLook",
    "Place",
    "PlanResult",
    "PlanWarning",
    "Problem",
    "Scenario",
    "ScenarioError",
    "SimulationResult",
    "Study",
    "SweepTable",
    "Validation",
    "__version__",
    "backlog_constant",
    "backlog_earliest_due",
    "backlog_flattest",
    "calibrate",
    "compare",
    "contract",
    "erlang_a",
    "erlang_a_agents",
    "erlang_a_load",
    "erlang_b",
    "erlang_b_agents",
    "erlang_b_load",
    "erlang_c",
    "erlang_c_agents",
    "erlang_c_load",
    "forecast",
    "import_log",
    "load",
    "load_study",
    "look",
    "plan",
    "simulate",
    "sweep",
    "trace",
    "validate",
]
