# SPDX-License-Identifier: Apache-2.0
"""Runs every command that README, docs and bench print, and compares what is printed with it.

A command is a line in a fenced block that begins with a program or with "$ ". What stands below a "$ " line is its
output: each line must be printed, in that order; "..." stands for lines left out. Files that a page speaks of are made
first: YAML and CSV blocks that it shows, and what lies beside this file. A command is run unless LEFT_OUT says why not.

    python3 tests/published/run_published.py PROGRAM [PAGE ...]
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
PROGRAMS = (
    "./run.sh",
    "./test.sh",
    "freiton ",
    "cmake ",
    "python",
    "pip ",
    "apt-get",
    "bench/",
    "build/",
    "mkdir",
    ".ci/",
)
SECONDS = 900

# Beginnings of commands that are not run here, and who runs them or why nobody does.
LEFT_OUT = {
    "./test.sh": "the first step of .ci/run",
    "./run.sh import scenarios/anonymous_bank": "writes into the sources; tests/study holds the same import",
    "apt-get": "changes the machine; run.sh and test.sh install the same packages",
    "python3 -m venv": "the step 'Python: package' of .ci/run",
    "pip install": "needs a cluster, or the registry",
    "python -m freiton sweep study.yaml --scheduler": "needs a cluster; tests/python/cluster_test.py starts one",
    "cmake --preset": "steps of .ci/run",
    "bench/peers": "a campaign of an hour, with other programs",
    "mkdir -p found": "a campaign of an hour; .ci/run fuzzes for a minute",
}


def blocks(page: str) -> list[tuple[str, list[str], str]]:
    """The fenced blocks of a page: language, lines, and the paragraph after it."""
    found = []
    for match in re.finditer(r"^```(\w*)[^\n]*\n(.*?)^```[^\n]*\n?(?=(.{0,200}))", page, re.M | re.S):
        found.append((match[1], match[2].splitlines(), match[3]))
    return found


def commands(lines: list[str]) -> list[tuple[str, list[str]]]:
    """Each command of a block with the output that is shown for it."""
    found: list[tuple[str, list[str]]] = []
    joined = "\n".join(lines).replace("\\\n", " ").split("\n")
    shown = False
    for line in joined:
        if line.startswith("$ ") or (not shown and line.startswith(PROGRAMS)):
            shown = line.startswith("$ ")
            found.append((re.sub(r"\s{2,}# .*", "", line.removeprefix("$ ")), []))
        elif shown and line.strip():
            found[-1][1].append(line.rstrip())
    return found


def make_files(page: str, folder: Path) -> None:
    """Writes what the page shows of files: a study as study.yaml, a table where the text after it names the file."""
    for language, lines, after in blocks(page):
        text = "\n".join(lines) + "\n"
        if language == "yaml" and text.startswith("freiton-study:"):
            (folder / "study.yaml").write_text(text, encoding="utf-8")
        elif (named := re.match(r"\s*in `(\w+\.csv)`", after)) is not None:
            (folder / named[1]).write_text(text, encoding="utf-8")


def wrong_with(command: str, shown: list[str], folder: Path, path: str) -> str:
    """Runs it; an empty text if all is well."""
    run = subprocess.run(
        command,
        shell=True,
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=SECONDS,
        env={**os.environ, "PATH": path, "COLUMNS": "200"},
        check=False,
    )
    if run.returncode != 0:
        return f"exit code {run.returncode}\n{run.stdout[-2000:]}{run.stderr[-2000:]}"
    printed, at = [line.rstrip() for line in run.stdout.splitlines()], 0
    for line in shown:
        if line == "...":
            continue
        if line not in printed[at:]:
            return f"does not print, or not there: {line}\n" + "\n".join(printed[:60])
        at += printed[at:].index(line) + 1
    return ""


def main() -> int:
    program, pages = Path(sys.argv[1]).resolve(), sys.argv[2:]
    if not pages:
        pages = subprocess.run(
            ["git", "ls-files", "*.md"], cwd=ROOT, capture_output=True, text=True, check=True
        ).stdout.split()
    failed = passed = 0
    for page in pages:
        text = (ROOT / page).read_text(encoding="utf-8")
        with tempfile.TemporaryDirectory() as made:
            folder = Path(made)
            shutil.copytree(ROOT / "scenarios", folder / "scenarios")
            shutil.copytree(ROOT / "bench", folder / "bench")
            shutil.copytree(ROOT / ".ci", folder / ".ci")
            for file in (ROOT / "tests/published").glob("*.yaml"):
                shutil.copy(file, folder)
            (folder / "run.sh").write_text(f'#!/bin/sh\nexec "{program}" "$@"\n')
            (folder / "run.sh").chmod(0o755)
            (folder / "freiton").symlink_to(program)
            (folder / "build").symlink_to(ROOT / "build")
            make_files(text, folder)
            for language, lines, _ in blocks(text):
                for command, shown in commands(lines) if language in ("", "sh", "bash", "console") else []:
                    if any(command.startswith(beginning) for beginning in LEFT_OUT):
                        continue
                    wrong = wrong_with(command, shown, folder, f"{folder}:{os.environ['PATH']}")
                    failed += wrong != ""
                    passed += wrong == ""
                    if wrong:
                        print(f"{page}: {command}\n{wrong}\n")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
