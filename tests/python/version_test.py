# SPDX-License-Identifier: Apache-2.0
"""One version, and a package that is what it says."""

import hashlib
import importlib.metadata
import re
from importlib import resources

import pytest

import freiton
from places import ROOT


def version_of_cmake() -> str:
    found = re.search(r"project\(freiton VERSION ([0-9.]+)", (ROOT / "CMakeLists.txt").read_text())
    assert found
    return found[1]


def test_the_module_has_the_version_of_cmake() -> None:
    assert freiton.__version__ == version_of_cmake()


def test_an_installed_package_has_the_version_of_cmake() -> None:
    try:
        installed = importlib.metadata.version("freiton")
    except importlib.metadata.PackageNotFoundError:
        pytest.skip("imported from the build tree; .ci/run tests the installed package")
    assert installed == version_of_cmake()


def test_rows_of_studies_tell_the_sources_that_the_engine_was_built_from() -> None:
    engine = ROOT / "engine"
    names = sorted(str(path.relative_to(engine)) for kind in ("*.cpp", "*.hpp") for path in engine.rglob(kind))
    sums = "".join(f"{name} {hashlib.sha256((engine / name).read_bytes()).hexdigest()}\n" for name in names)
    study = freiton.load_study({"scenario": str(ROOT / "scenarios/quickstart.yaml"), "vary": {}})
    (version,) = freiton.sweep(study)["engine_version"]
    assert version == f"{version_of_cmake()}+{hashlib.sha256(sums.encode()).hexdigest()[:12]}"


def test_the_package_is_marked_as_typed() -> None:
    assert (resources.files(freiton) / "py.typed").is_file()


def test_every_public_name_is_documented() -> None:
    for name in freiton.__all__:
        assert getattr(freiton, name).__doc__, name
