# SPDX-License-Identifier: Apache-2.0
"""Every Python example of the documentation is run, and says what is printed there."""

import doctest
from pathlib import Path

import pytest

from places import ROOT

PAGES = [path for path in sorted((ROOT / "docs").glob("**/*.md")) if "```python" in path.read_text(encoding="utf-8")]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_examples_of_a_page_print_what_it_shows(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    text = page.read_text(encoding="utf-8")
    # fences end the output of an example, as an empty line would
    lines = ["" if line.startswith("```") else line for line in text.splitlines()]
    test = doctest.DocTestParser().get_doctest("\n".join(lines), {}, page.name, str(page), 0)
    assert len(test.examples) > 5
    report: list[str] = []
    doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE).run(test, out=report.append)
    assert not report, "".join(report)
