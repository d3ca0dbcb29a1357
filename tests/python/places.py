# SPDX-License-Identifier: Apache-2.0
"""Where things are."""

import json
import os
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
SCENARIOS = ROOT / "scenarios"
PROGRAM = os.environ.get("FREITON_PROGRAM", str(ROOT / "build/release/engine/freiton"))


def reference_cases(family: str) -> list[dict[str, Any]]:
    """Independent values; their units and origins are in the files themselves."""
    cases: list[dict[str, Any]] = json.loads((ROOT / "tests/reference" / f"{family}.json").read_text())["cases"]
    return cases
