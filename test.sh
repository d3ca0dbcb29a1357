#!/usr/bin/env bash
# ./test.sh                        installs what is missing, builds, runs every test, of the engine and of Python
# ./test.sh CTEST ARGUMENTS        only tests of the engine, as ctest chooses them
# ./test.sh python [ARGUMENTS]     only those of Python, as pytest chooses them
# ./test.sh pages [ARGUMENTS]      only those that open the pages of reports in Chromium
set -u
cd "$(dirname "${BASH_SOURCE[0]}")" || exit 4
. .ci/setup.sh
. .ci/python.sh
need_packages $packages_test || exit 4
python=ready
{ need_venv test tests/python/requirements.txt && configure_with_python; } || python=missing
build_preset test || { say "The build failed."; exit 4; }
[ "${1:-}" != pages ] || { shift; run_page_tests "$@"; exit; }
code=0
if [ "${1:-}" != python ]; then
    [ $# -eq 0 ] || { ctest --preset test -j "$(nproc)" "$@"; exit; }
    run_suites build/release/tests/freiton_tests 16 || code=$?  # a process for each test takes half as long again
    ctest --preset test -LE in_suites || code=$?
    run_page_tests || code=$?
else
    shift
fi
[ $python = ready ] || { say "The tests of the Python package were not run, see above."; exit 4; }
run_pytest "$@" || code=$?
exit $code
