#!/usr/bin/env bash
# bench/peers/simulation/run.sh: Ciw, SimPy and Freiton simulate the same offices, side by side.
set -u
cd "$(dirname "${BASH_SOURCE[0]}")/../../.." || exit 4
. .ci/setup.sh
. .ci/python.sh
need_packages $packages_test || exit 4
need_venv peers-simulation bench/peers/simulation/requirements.txt || exit 4
build_preset release freiton || { say "The build failed."; exit 4; }
exec build/python/peers-simulation/bin/python -B bench/peers/simulation/compare.py "$@"
