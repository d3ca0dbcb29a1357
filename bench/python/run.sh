#!/usr/bin/env bash
# bench/python/run.sh: what the calculators over arrays and whole questions cost, from Python.
set -u
cd "$(dirname "${BASH_SOURCE[0]}")/../.." || exit 4
. .ci/setup.sh
. .ci/python.sh
need_packages $packages_test || exit 4
need_venv test tests/python/requirements.txt && configure_with_python && build_preset test freiton_python || exit 4
export PYTHONPATH=build/test/bindings/python
build/python/test/bin/python -B bench/python/erlang_bench.py && exec build/python/test/bin/python -B bench/python/binding_bench.py
