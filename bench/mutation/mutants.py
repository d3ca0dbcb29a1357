# SPDX-License-Identifier: Apache-2.0
"""Small semantic changes of the engine's sources, the same ones for the same sources, seed and number."""

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

ROOMS = ("core", "model", "input", "analytic", "simulation", "staffing", "study", "report", "cli")

# What a hasty hand might write: pattern, replacement. The first group that matches on a line is changed.
OPERATORS: tuple[tuple[str, str], ...] = (
    (r"(?<=[\w)\]]) < (?=[\w(\-*])", " <= "),
    (r"(?<=[\w)\]]) <= (?=[\w(\-*])", " < "),
    (r"(?<=[\w)\]]) > (?=[\w(\-*])", " >= "),
    (r"(?<=[\w)\]]) >= (?=[\w(\-*])", " > "),
    (r"(?<=[\w)\]]) < (?=[\w(\-*])", " > "),
    (r"(?<=[\w)\]]) > (?=[\w(\-*])", " < "),
    (r" == ", " != "),
    (r" != ", " == "),
    (r" && ", " || "),
    (r" \|\| ", " && "),
    (r"(?<=[\w)\]]) \+ (?=[\w(])", " - "),
    (r"(?<=[\w)\]]) - (?=[\w(])", " + "),
    (r"(?<=[\w)\]]) \* (?=[\w(])", " / "),
    (r"(?<=[\w)\]]) / (?=[\w(])", " * "),
    (r" \+= ", " -= "),
    (r"\bstd::min\b", "std::max"),
    (r"\bstd::max\b", "std::min"),
    (r"\btrue\b", "false"),
    (r"\bfalse\b", "true"),
    (r"\breturn !", "return "),
    (r"\bif \(!", "if ("),
    (r"(?<== )(\d+)(?=;)", "1 + \\1"),
    (r"\bcontinue;", ";"),
    (r"\bbreak;", ";"),
    (r"\bstd::ceil\b", "std::floor"),
    (r"\bstd::floor\b", "std::ceil"),
)

# No code, or no meaning that a test could see: comments, declarations, templates, texts; contracts, which only fail.
PASSED_OVER = re.compile(
    r'^\s*(//|#|\*|using |template|namespace|static_assert|EXPECTS|ENSURES|class |struct |enum |case .*:\s*$)|"|'
    r"operator|"
    r"std::(vector|optional|map|set|array|function|pair)<|static_cast|reserve\(|noexcept|= default|\bconst_iterator\b"
)


@dataclass(frozen=True)
class Mutant:
    """One line of one file, changed."""

    room: str
    path: str
    line: int  # from 1
    before: str
    after: str
    earlier: int  # lines above it that read the same

    @property
    def name(self) -> str:
        """Stays the same while the line does, wherever it moves to in its file."""
        same = f"\n{self.earlier}" if self.earlier else ""
        return hashlib.sha256(f"{self.path}\n{self.before}\n{self.after}{same}".encode()).hexdigest()[:8]


def mutants_of(path: Path, room: str, root: Path) -> list[Mutant]:
    """Every change that the operators make in a file, the first that matches of each on a line."""
    found = []
    lines = path.read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines, 1):
        code = line.split("//")[0]
        if PASSED_OVER.search(line):
            continue
        for pattern, replacement in OPERATORS:
            changed = re.sub(pattern, replacement, code, count=1)
            if changed != code:
                earlier = lines[: number - 1].count(line)
                mutated = changed + line[len(code) :]
                found.append(Mutant(room, str(path.relative_to(root)), number, line, mutated, earlier))
    return found


def chosen(
    root: Path, per_room: int, seed: int, rooms: tuple[str, ...] = ROOMS, without: tuple[str, ...] = ()
) -> list[Mutant]:
    """So many of each room, spread over its files: ordered by a hash, at most one a line and a sixth of them a file."""
    mutants: list[Mutant] = []
    for room in rooms:
        folder = root / "engine/freiton" / room
        files = sorted([*folder.glob("*.cpp"), *folder.glob("kernel/*.cpp"), *folder.glob("kernel/*.hpp")])
        files = [file for file in files if file.name not in without]
        everything = [mutant for file in files for mutant in mutants_of(file, room, root)]
        everything.sort(key=lambda one: hashlib.sha256(f"{seed} {one.name}".encode()).hexdigest())
        lines: set[tuple[str, int]] = set()
        by_file: dict[str, int] = {}
        for one in everything:
            if len(lines) == per_room:
                break
            if (one.path, one.line) in lines or by_file.get(one.path, 0) > per_room // 6:
                continue
            lines.add((one.path, one.line))
            by_file[one.path] = by_file.get(one.path, 0) + 1
            mutants.append(one)
    return mutants
