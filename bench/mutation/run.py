#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Do the tests bite? Changes one line at a time and runs the tests of the room that the line is in.

    bench/mutation/run.py [--per-room 10] [--seed 1] [--room NAME ...] [--only NAME ...] [--without FILE ...]

A mutant is caught if it does not compile, or if a test of its room fails or takes five times as long as usual. Needs
the tests in build/release (cmake --preset test && cmake --build --preset test) and changes nothing there. What
survived, and why, stands in survivors.md; a survivor that is not listed there fails the run.
"""

import argparse
import re
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from linked import ROOT, linked
from mutants import ROOMS, Mutant, chosen


def suites_of(room: str, without: tuple[str, ...] = ()) -> str:
    """The test suites of a room, as a filter."""
    names = set()
    left_out = {file.replace(".cpp", "_test.cpp") for file in without}
    for file in (ROOT / "tests" / room).rglob("*_test.cpp"):
        if file.name in left_out:
            continue
        names |= set(re.findall(r"^\s*TEST(?:_F|_P)?\((\w+),", file.read_text(encoding="utf-8"), re.M))
    if room in ("input", "cli"):
        names.add("Catalogue")
    return ":".join(f"{name}.*:*/{name}.*" for name in sorted(names))


def tests_pass(tests: Path, suites: str, seconds: float) -> bool:
    """False if a test fails, crashes, or takes longer than it may."""
    command = [str(tests), f"--gtest_filter={suites}", "--gtest_brief=1", "--gtest_fail_fast"]
    try:
        return subprocess.run(command, cwd=ROOT, capture_output=True, timeout=seconds, check=False).returncode == 0
    except subprocess.TimeoutExpired:
        return False


def usual_seconds(suites: str) -> float:
    """How long tests take without any change."""
    begun = time.monotonic()
    if not tests_pass(ROOT / "build/release/tests/freiton_tests", suites, 1e4):
        sys.exit("these tests fail without any change: " + suites)
    return time.monotonic() - begun


def caught(mutant: Mutant, suites: str, seconds: float) -> bool:
    """Whether a test of its room sees it."""
    tests = linked(mutant)
    return tests is None or not tests_pass(tests, suites, seconds)


def told(mutant: Mutant, what: str) -> None:
    print(
        f"{what}: {mutant.name} {mutant.path}:{mutant.line}\n  - {mutant.before.strip()}\n  + {mutant.after.strip()}",
        flush=True,
    )


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--per-room", type=int, default=10)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--room", action="append")
    parser.add_argument("--only", action="append")
    parser.add_argument("--without", action="append", default=[], metavar="FILE", help="neither this file nor its test")
    asked = parser.parse_args()
    known = (Path(__file__).parent / "survivors.md").read_text(encoding="utf-8")
    unknown = passed = 0
    for room in asked.room or ROOMS:
        mutants = chosen(ROOT, asked.per_room, asked.seed, (room,), tuple(asked.without))
        mutants = [one for one in mutants if not asked.only or one.name in asked.only]
        suites = suites_of(room, tuple(asked.without))
        seconds = 20.0 + 5.0 * usual_seconds(suites) if mutants else 0.0
        seen = 0
        for one in mutants:
            if caught(one, suites, seconds):
                seen += 1
                continue
            listed = one.name in known
            unknown += not listed
            told(one, "survives" if listed else "survives, not listed")
        passed += seen
        print(f"{room}: {seen} of {len(mutants)} caught", flush=True)
    print(f"{passed} passed, {unknown} failed")
    return 1 if unknown else 0


if __name__ == "__main__":
    sys.exit(main())
