#!/usr/bin/env bash
# ./run.sh ARGUMENTS: installs what is missing, builds a release, runs `freiton ARGUMENTS`. Exit code 4: could not build.
set -u
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
called_from=$PWD
cd "$here" || exit 4
. .ci/setup.sh
need_packages $packages_run || exit 4
build_preset release freiton || { say "The build failed."; exit 4; }
cd "$called_from" || exit 4
exec "$here/build/release/engine/freiton" "$@"
