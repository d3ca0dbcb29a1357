# SPDX-License-Identifier: Apache-2.0
"""Studies as files."""

from pathlib import Path
from typing import Any

import freiton


def write_study(folder: Path, study: dict[str, Any]) -> Path:
    """Writes study.yaml and base.yaml, and tells where the study is."""
    (folder / "base.yaml").write_text(freiton.load(study["scenario"]).to_yaml())
    lines = ["freiton-study: 1", "scenario: base.yaml", f"question: {study['question']}", "vary:"]
    lines += [f"  {key}: [{', '.join(map(str, values))}]" for key, values in study["vary"].items()]
    file = folder / "study.yaml"
    file.write_text("\n".join(lines) + "\n")
    return file
