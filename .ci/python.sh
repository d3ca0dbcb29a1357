# The virtual environments of tests and checks. Read by test.sh and .ci/run after setup.sh; messages go to stderr.

# Debian's own Python, never one that happens to come first in PATH; elsewhere python3. FREITON_PYTHON overrides both.
base_python=${FREITON_PYTHON:-/usr/bin/python3}
[ -x "$base_python" ] || base_python=$(command -v python3)

# need_venv NAME REQUIREMENTS...: build/python/NAME has exactly what the files name; made anew when they change.
need_venv() {
    local venv=build/python/$1 wanted log file
    shift
    wanted=$(printf '%s\n' "$base_python"; cat "$@")
    [ -x "$venv/bin/python" ] && [ "$wanted" = "$(cat "$venv/made_of" 2>/dev/null)" ] && return 0
    say "Making the virtual environment $venv"
    log=$(mktemp)
    rm -rf "$venv"
    mkdir -p build/python
    if "$base_python" -m venv "$venv" >"$log" 2>&1 &&
        "$venv/bin/python" -m pip install -q --disable-pip-version-check $(printf -- '-r %s ' "$@") >>"$log" 2>&1; then
        printf '%s\n' "$wanted" >"$venv/made_of"
        rm -f "$log"
        return 0
    fi
    tail -n 5 "$log" >&2
    rm -f "$log"
    say "The Python packages could not be installed: is the package registry in reach? Needed, for $base_python:"
    for file in "$@"; do grep -v '^#' "$file" >&2; done
    return 1
}

# The build with the tests has the Python module too, for the Python of the virtual environment.
configure_with_python() {
    local python=$PWD/build/python/test/bin/python
    configure_preset test "Python_EXECUTABLE:[A-Z]*=$python" -DFREITON_PYTHON=ON -DPython_EXECUTABLE="$python"
}

# All tests are shared out to some processes, file by file.
all_of_pytest="-n auto --maxprocesses 4 --dist loadfile"

# run_pytest ARGUMENTS: with the module of the build tree; without arguments all tests.
run_pytest() {
    [ $# -gt 0 ] || set -- $all_of_pytest
    PYTHONPATH=build/release/bindings/python build/python/test/bin/python -B -m pytest "$@"
}

# run_page_tests ARGUMENTS: Chromium opens pages that the program of the build tree writes; without arguments all of them,
# each page in one process; one more than there are cores, as each waits for its browser a third of the time.
run_page_tests() {
    need_venv pages tests/pages/requirements.txt || { say "The tests of the pages were not run, see above."; return 4; }
    [ $# -gt 0 ] || set -- -n "$(($(nproc) < 4 ? $(nproc) + 1 : 4))" --dist loadgroup
    build/python/pages/bin/python -B -m pytest tests/pages "$@"
}
