#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Do the tests bite? Changes one line at a time, builds, and runs the tests of the room that the line is in.

    bench/mutation/run.py [--per-room 10] [--seed 1] [--room NAME ...] [--only NAME ...]

A mutant is caught if it does not compile, or if a test of its room fails or takes five times as long as usual. Works on
a copy of the sources under build/mutation. What survived, and why, stands in survivors.md; a survivor that is not
listed there fails the run.
"""

import argparse
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from mutants import ROOMS, Mutant, chosen

ROOT = Path(__file__).parents[2]
TREE = ROOT / "build/mutation/tree"
BUILD = TREE / "build/mutation"


def copy_sources() -> None:
    """Only what changed since the last run, so that little is compiled again."""
    files = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\n")
    for name in filter(None, files):
        source, target = ROOT / name, TREE / name
        if source.is_file() and (not target.exists() or target.read_bytes() != source.read_bytes()):
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(source, target)


def build() -> bool:
    """The program and its tests."""
    ninja = ["ninja", "-C", str(BUILD), "freiton", "freiton_tests"]
    return subprocess.run(ninja, stdout=subprocess.DEVNULL, check=False).returncode == 0


def suites_of(room: str) -> str:
    """The test suites of a room, as a filter."""
    names = set()
    for file in (TREE / "tests" / room).rglob("*_test.cpp"):
        names |= set(re.findall(r"^\s*TEST(?:_F|_P)?\((\w+),", file.read_text(encoding="utf-8"), re.M))
    if room in ("input", "cli"):
        names.add("Catalogue")
    return ":".join(f"*{name}.*" for name in sorted(names))


def tests_pass(room: str, seconds: float) -> bool:
    """False if a test fails, crashes, or takes longer than it may."""
    command = [
        str(BUILD / "tests/freiton_tests"),
        f"--gtest_filter={suites_of(room)}",
        "--gtest_brief=1",
        "--gtest_fail_fast",
    ]
    try:
        return subprocess.run(command, cwd=TREE, capture_output=True, timeout=seconds, check=False).returncode == 0
    except subprocess.TimeoutExpired:
        return False


def survives(mutant: Mutant, seconds: float) -> bool:
    """Whether no test of its room sees it."""
    file = TREE / mutant.path
    text = file.read_text(encoding="utf-8")
    lines = text.splitlines(keepends=True)
    lines[mutant.line - 1] = lines[mutant.line - 1].replace(mutant.before, mutant.after)
    try:
        file.write_text("".join(lines), encoding="utf-8")
        return build() and tests_pass(mutant.room, seconds)
    finally:
        file.write_text(text, encoding="utf-8")


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--per-room", type=int, default=10)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--room", action="append")
    parser.add_argument("--only", action="append")
    asked = parser.parse_args()
    copy_sources()
    configure = [
        "cmake",
        "-S",
        str(TREE),
        "-B",
        str(BUILD),
        "-G",
        "Ninja",
        "-DCMAKE_BUILD_TYPE=Release",
        "-DFREITON_TESTS=ON",
        "-DFREITON_UNITY=OFF",
    ]
    subprocess.run(configure, stdout=subprocess.DEVNULL, check=True)
    if not build():
        return 2
    known = (Path(__file__).parent / "survivors.md").read_text(encoding="utf-8")
    counts: dict[str, tuple[int, int]] = {}
    usual: dict[str, float] = {}
    unknown = 0
    for mutant in chosen(ROOT, asked.per_room, asked.seed, tuple(asked.room or ROOMS)):
        if asked.only and mutant.name not in asked.only:
            continue
        if mutant.room not in usual:
            begun = time.monotonic()
            if not tests_pass(mutant.room, 1e4):
                print(f"the tests of {mutant.room} fail without any change")
                return 2
            usual[mutant.room] = time.monotonic() - begun
        alive = survives(mutant, 20.0 + 5.0 * usual[mutant.room])
        caught, tried = counts.get(mutant.room, (0, 0))
        counts[mutant.room] = (caught + (not alive), tried + 1)
        if alive:
            listed = mutant.name in known
            unknown += not listed
            print(
                f"survives{'' if listed else ', not listed'}: {mutant.name} {mutant.path}:{mutant.line}\n"
                f"  - {mutant.before.strip()}\n  + {mutant.after.strip()}",
                flush=True,
            )
    build()
    for room, (caught, tried) in counts.items():
        print(f"{room}: {caught} of {tried} caught")
    print(f"{sum(c for c, _ in counts.values())} passed, {unknown} failed")
    return 1 if unknown else 0


if __name__ == "__main__":
    sys.exit(main())
