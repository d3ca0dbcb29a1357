#!/usr/bin/env bash
# ./test.sh [CTEST ARGUMENTS]: installs what is missing, builds, runs every test.
set -u
cd "$(dirname "${BASH_SOURCE[0]}")" || exit 4
. .ci/setup.sh
need_packages $packages_test || exit 4
build_preset test || { say "The build failed."; exit 4; }
ctest --preset test -j "$(nproc)" "$@"
