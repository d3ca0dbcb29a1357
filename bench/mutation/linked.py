# SPDX-License-Identifier: Apache-2.0
"""A mutant's tests: only its file is compiled, and linked before the rooms, so that its functions come first.

The rooms are compiled with -fPIC: a call from one function of a room to another goes through the linker, which takes
the first of two definitions. A mutant in a header is put into every file of its room that includes the header.
"""

import json
import re
import shlex
import subprocess
from functools import lru_cache
from pathlib import Path

from mutants import Mutant

ROOT = Path(__file__).parents[2]
RELEASE = ROOT / "build/release"
WORK = ROOT / "build/mutation"


@lru_cache
def command_for(part: str) -> list[str]:
    """How the release compiles a file whose path has this part, without the compiler cache and the file's own name."""
    for entry in json.loads((RELEASE / "compile_commands.json").read_text(encoding="utf-8")):
        if part in entry["file"]:
            words = shlex.split(entry["command"])
            end = words.index("-o")
            return [*words[:end], "-w", "-Wno-error", *words[end + 4 :]]
    raise SystemExit(f"build/release does not compile {part}")


@lru_cache
def link_words(target: str) -> list[str]:
    """How the release links a program."""
    ninja = ["ninja", "-C", str(RELEASE), "-t", "commands", target]
    last = subprocess.run(ninja, capture_output=True, text=True, check=True).stdout.splitlines()[-1]
    return shlex.split(last.split(" && ")[1])  # what follows lists the tests


def compiled(source: Path, words: list[str], into: str) -> str | None:
    """The object of a source, or nothing if it does not compile."""
    result = str(WORK / into)
    done = subprocess.run([*words, "-c", str(source), "-o", result], cwd=RELEASE, capture_output=True, check=False)
    return result if done.returncode == 0 else None


def program(target: str, name: str, objects: list[str]) -> Path:
    """A program of the release, in which what the objects define comes first."""
    words = link_words(target)
    place = words.index("-o")
    first = next(i for i, word in enumerate(words) if word.endswith(".o") or "--whole-archive" in word)
    kept = [w for i, w in enumerate(words) if i not in (place, place + 1) and i >= first]
    command = [*words[:first], "-Wl,-z,muldefs", *objects, *kept, "-o", str(WORK / name)]
    subprocess.run(command, cwd=RELEASE, capture_output=True, check=True)
    return WORK / name


def changed_files(mutant: Mutant) -> list[Path]:
    """The files to compile, under build/mutation/engine, where an include of the room finds the mutant first."""
    text = (ROOT / mutant.path).read_text(encoding="utf-8")
    lines = text.splitlines(keepends=True)
    lines[mutant.line - 1] = lines[mutant.line - 1].replace(mutant.before, mutant.after)
    file = WORK / mutant.path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("".join(lines), encoding="utf-8")
    if file.suffix == ".cpp":
        return [file]
    return sorted((ROOT / "engine/freiton" / mutant.room).rglob("*.cpp"))


def linked(mutant: Mutant) -> Path | None:
    """The tests with the mutant in them, and for the rooms that run the program, the program too."""
    WORK.mkdir(parents=True, exist_ok=True)
    files = changed_files(mutant)
    words = [f"-I{WORK}/engine" if w == f"-I{ROOT}/engine" else w for w in command_for(f"freiton_{mutant.room}.dir/")]
    words = [*words, f"-I{ROOT}/engine", "-O1"]
    objects = [compiled(file, words, f"{number}.o") for number, file in enumerate(files)]
    (WORK / mutant.path).unlink()
    if None in objects:
        return None
    found = [one for one in objects if one]
    if mutant.room in ("input", "cli"):
        changed = program("freiton", "freiton", found)
        places = [
            re.sub(r"^-DFREITON_PROGRAM=.*", f'-DFREITON_PROGRAM="{changed}"', w)
            for w in command_for("tests/places.cpp")
        ]
        found += [one for one in [compiled(ROOT / "tests/places.cpp", places, "places.o")] if one]
    return program("freiton_tests", "freiton_tests", found)
