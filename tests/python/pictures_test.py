# SPDX-License-Identifier: Apache-2.0
"""The pictures in docs are those of the program, to the byte, and each is shown with what it says."""

import runpy
import xml.etree.ElementTree as ElementTree
from pathlib import Path

from places import PROGRAM, ROOT

FOLDER = ROOT / "docs/pictures"


def test_the_pictures_are_what_the_program_draws(tmp_path: Path) -> None:
    runpy.run_path(str(FOLDER / "draw.py"))["draw"](PROGRAM, tmp_path)
    drawn = sorted(path.name for path in tmp_path.glob("*.svg"))
    assert drawn == sorted(path.name for path in FOLDER.glob("*.svg"))
    for name in drawn:
        new, kept = ((folder / name).read_text(encoding="utf-8") for folder in (tmp_path, FOLDER))
        assert new == kept, f"{name} is drawn in another way: python3 docs/pictures/draw.py {PROGRAM}"
        ElementTree.fromstring(kept)


def test_the_gallery_shows_every_picture_and_the_readme_one() -> None:
    gallery = (ROOT / "docs/pictures.md").read_text(encoding="utf-8")
    for path in FOLDER.glob("*.svg"):
        assert f"](pictures/{path.name})" in gallery, path.name
    assert "](docs/pictures/people.svg)" in (ROOT / "README.md").read_text(encoding="utf-8")
