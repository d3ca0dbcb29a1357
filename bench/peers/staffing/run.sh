#!/usr/bin/env bash
# bench/peers/staffing/run.sh: pyworkforce and Freiton answer the same staffing questions, side by side.
set -u
cd "$(dirname "${BASH_SOURCE[0]}")/../../.." || exit 4
. .ci/setup.sh
. .ci/python.sh
need_packages $packages_test || exit 4
need_venv test tests/python/requirements.txt && need_venv peers-staffing bench/peers/staffing/requirements.txt || exit 4
configure_with_python && build_preset test freiton_python || { say "The build failed."; exit 4; }
PYTHONPATH=build/release/bindings/python exec build/python/peers-staffing/bin/python -B bench/peers/staffing/compare.py "$@"
