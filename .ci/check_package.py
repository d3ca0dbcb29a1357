# SPDX-License-Identifier: Apache-2.0
"""Holds a wheel and an sdist against what they should be: versions that agree, the package and nothing else."""

import re
import sys
import tarfile
import zipfile
from pathlib import Path

wheel, sdist, cmake = map(Path, sys.argv[1:])
found = re.search(r"project\(freiton VERSION ([0-9.]+)", cmake.read_text(encoding="utf-8"))
assert found, "no version in CMakeLists.txt"
version = found[1]
assert wheel.name.startswith(f"freiton-{version}-"), wheel.name
assert sdist.name == f"freiton-{version}.tar.gz", sdist.name

names = set(zipfile.ZipFile(wheel).namelist())
strange = {name for name in names if not re.match(rf"freiton/[^/]+$|freiton-{version}\.dist-info/", name)}
assert not strange, f"does not belong into the wheel: {sorted(strange)}"
assert {"freiton/__init__.py", "freiton/py.typed", "freiton/_engine.pyi"} <= names, sorted(names)
assert any(re.match(r"freiton/_engine\..*\.so$", name) for name in names), sorted(names)

with tarfile.open(sdist) as archive:
    sources = {member.name.split("/", 1)[1] for member in archive.getmembers() if member.isfile()}
assert {"CMakeLists.txt", "LICENSE", "README.md", "pyproject.toml", "PKG-INFO", "scenarios/quickstart.yaml"} <= sources
strange = {name for name in sources if name.startswith(("tests/", "bench/", "build/", "docs/", "."))}
assert not strange, f"does not belong into the sdist: {sorted(strange)[:20]}"
print(f"freiton {version}: {len(names)} files in the wheel, {len(sources)} in the sdist")
