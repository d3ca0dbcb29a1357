#!/usr/bin/env bash
# bench/python/run.sh: what the calculators over arrays, whole questions and studies on Dask cost, from Python.
set -u
cd "$(dirname "${BASH_SOURCE[0]}")/../.." || exit 4
. .ci/setup.sh
. .ci/python.sh
need_packages $packages_test || exit 4
need_venv test tests/python/requirements.txt && configure_with_python && build_preset test freiton_python || exit 4
export PYTHONPATH=build/release/bindings/python
for bench in erlang binding cluster; do
    build/python/test/bin/python -B "bench/python/${bench}_bench.py" || exit
done
