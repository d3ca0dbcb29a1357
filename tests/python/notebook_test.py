# SPDX-License-Identifier: Apache-2.0
"""The notebook is run by a kernel of its own, and prints what it shows.

After a change that is meant, run `WRITE_NOTEBOOKS=1 ./test.sh python -k notebook` and look at what has changed.
"""

import copy
import os
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

import freiton
from places import ROOT

NOTEBOOKS = sorted((ROOT / "docs").glob("*.ipynb"))


def printed(cell: Any) -> str:
    """What a cell prints and the tables that it shows, as text: a slow kernel sends it in more pieces than a fast one.

    Charts are looked at by people.
    """
    text = ""
    for output in cell.get("outputs", []):
        if output.output_type == "stream" and output.name == "stdout":
            text += output.text
        elif output.output_type == "execute_result":
            text += output.data["text/plain"]
    return text


@pytest.mark.filterwarnings("ignore")  # of other people's libraries
@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_prints_what_it_shows(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for folder in ("IPYTHONDIR", "JUPYTER_RUNTIME_DIR", "JUPYTER_CONFIG_DIR"):
        monkeypatch.setenv(folder, str(tmp_path))
    monkeypatch.setenv("PYTHONPATH", str(Path(freiton.__file__).parents[1]))
    shown = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]
    run = copy.deepcopy(shown)
    NotebookClient(run, timeout=120, record_timing=False, resources={"metadata": {"path": str(path.parent)}}).execute()
    if os.environ.get("WRITE_NOTEBOOKS"):
        nbformat.write(run, path)  # type: ignore[no-untyped-call]
        return
    codes = [(now, then) for now, then in zip(run.cells, shown.cells, strict=True) if now.cell_type == "code"]
    assert len(codes) > 5
    for now, then in codes:
        assert printed(now) == printed(then), now.source
