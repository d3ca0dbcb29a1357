# SPDX-License-Identifier: Apache-2.0
"""Draws the pictures of the docs: each is one of a page that the program writes, as a file of its own.

    python3 docs/pictures/draw.py PROGRAM [FOLDER]     # without FOLDER: beside this file

tests/python/pictures_test.py draws them anew and holds them against what lies here.
"""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
HOTLINE = ["plan", "scenarios/quickstart.yaml"]
FIRM = ["plan", "scenarios/service_firm.yaml", "--method", "formula"]
DESK = ["simulate", "scenarios/quote_desk.yaml", "--organisation", "tandem"]
SITES = ["compare", "scenarios/three_sites.yaml", "--method", "formula"]
LISTS = ["simulate", "scenarios/active_selling.yaml", "--organisation", "promised"]
LISTS += ["--set", "teams.desk.staff=8", "--set", "simulation.replications=100"]
STUDY = ["sweep", "docs/pictures/study.yaml"]
CONTRACT = ["contract", "scenarios/service_firm.yaml", "--method", "formula"]

BANK = ["validate", "scenarios/anonymous_bank/other_days.yaml", "--against"]
BANK += ["scenarios/anonymous_bank/calls_1999-02-01_14.csv", "--columns", "ignore=call_type", "--wrap-up", "75 s"]

CALIBRATED = ["calibrate", *BANK[1:-2], "--set", "simulation.replications=10"]  # patience is told by the log alone

# Name, question, and the title of the picture on its page.
PICTURES = {
    "people": (HOTLINE, "People in hotline_team and what they do"),
    "map": (FIRM, "People by day and time of day"),
    "service": (HOTLINE, "Calls answered in time"),
    "waits": (HOTLINE, "Waits of callers"),
    "abandoned": (HOTLINE, "Callers who give up"),
    "pile": (FIRM, "The pile of post"),
    "oldest": (DESK, "The oldest item of post"),
    "due": (FIRM, "Post that is due"),
    "post": (FIRM, "Post done in time"),
    "lists": (LISTS, "Call lists in time"),
    "effects": (["plan", "tests/pages/planned.yaml"], "What one person less or more in north_team would do"),
    "money": (SITES, "People and money"),
    "saved": (SITES, "What is saved against per_site"),
    "sites": (["compare", "tests/pages/office.yaml"], "Share in time, by work and site"),
    "services": (CONTRACT, "Services side by side"),
    "customers": (CONTRACT, "Customers side by side"),
    "prices": (CONTRACT, "The price of each promise"),
    "predicted": (BANK, "calls: answered in time, predicted and actual"),
    "patience": (CALIBRATED, "calls: how long callers are willing to wait"),
    "volumes": (["forecast", "scenarios/large_bank/history.csv"], "calls: volumes by day"),
    "cost": (STUDY, "Cost against service"),
    "moves": (STUDY, "What moves the results"),
}


def page_of(program: str, question: list[str], folder: Path) -> str:
    page = folder / "page.html"
    command = [program, *question, "--quiet", "--html", str(page)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1):  # 1: a promise is missed
        raise SystemExit(f"{' '.join(command)}: {done.stderr}")
    return page.read_text(encoding="utf-8")


def style_of(page: str) -> str:
    """The page's colours, light and dark, and its rules for pictures."""
    style = page[page.index("<style>") + len("<style>") : page.index("</style>")]
    colours = style[: style.index("body {")]
    return colours + style[style.index("svg text {") : style.index(".readout {")] + "svg { background: var(--back); }\n"


def figure_of(page: str, title: str) -> str:
    for figure in re.findall(r"<figure>.*?</figure>", page, re.S):
        if f"<h2>{title}</h2>" in figure:
            return str(figure)
    raise SystemExit(f"no picture has the title {title!r}; there are: {re.findall('<h2>(.*?)</h2>', page)}")


def placed(svg: str, x: float, y: float, width: float, height: float) -> str:
    """A picture within a picture, without what the page's script reads."""
    svg = re.sub(r' (data-(x|first)|role)="[^"]*"', "", svg)
    return svg.replace("<svg", f'<svg x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}"', 1)


def legend_of(figure: str, y: float, width: float) -> tuple[list[str], float]:
    """Its entries in rows below y, and where they end; a letter takes about 5.5 of the units that fonts are 10 of."""
    found, x = [], 0.0
    for key, name in re.findall(r"<li[^>]*>(<svg.*?</svg>) <bdi>(.*?)</bdi></li>", figure, re.S):
        taken = 42.0 + 5.5 * len(name)
        if x > 0.0 and x + taken > width:
            x, y = 0.0, y + 16.0
        found += [placed(key, x, y + 2.0, 24.0, 12.0), f'<text x="{x + 28.0:g}" y="{y + 12.0:g}">{name}</text>']
        x += taken
    return found, y + (18.0 if found else 0.0)


def picture_of(page: str, title: str) -> str:
    """The first row of its frames as a page of a thousand pixels has them, three at most, above the legend."""
    figure = figure_of(page, title)
    parts, x, height = [], 0.0, 0.0
    for svg in re.findall(r"<svg.*?</svg>", figure[figure.index('<div class="frames') :], re.S)[:3]:
        wide, high = (float(side) for side in re.findall(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', svg)[0])
        parts.append(placed(svg, x, 0.0, wide, high))
        x, height = x + wide + 16.0, max(height, high)
    width = x - 16.0
    entries, end = legend_of(figure, height + 6.0, width)
    box = f"-8 -8 {width + 16:g} {end + 10:g}"
    head = f'<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="{box}" width="{min(900.0, 1.6 * width):g}">'
    style = f"<style>\n{style_of(page).strip()}\n</style>"
    return "\n".join([head, f"<title>{title}</title>", style, *parts, *entries, "</svg>\n"])


def draw(program: str, to: Path) -> None:
    pages: dict[tuple[str, ...], str] = {}
    with tempfile.TemporaryDirectory() as folder:
        for name, (question, title) in PICTURES.items():
            if tuple(question) not in pages:
                pages[tuple(question)] = page_of(program, question, Path(folder))
            picture = picture_of(pages[tuple(question)], title)
            (to / f"{name}.svg").write_text(picture, encoding="utf-8")


if __name__ == "__main__":
    draw(str(Path(sys.argv[1]).resolve()), Path(sys.argv[2]) if len(sys.argv) > 2 else HERE)
