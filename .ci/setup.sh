# What the project needs, and how it gets there. Read by run.sh, test.sh and .ci/run; messages go to stderr.

packages_run="g++ cmake ninja-build libyaml-cpp-dev libboost-dev libeigen3-dev libfmt-dev nlohmann-json3-dev libcli11-dev libhowardhinnant-date-dev coinor-libcbc-dev libxlsxwriter-dev libzip-dev libexpat1-dev libical-dev tzdata"
packages_test="$packages_run libgtest-dev libgmock-dev ccache python3 python3-venv python3-dev python3-jsonschema python3-yaml chromium-headless-shell fonts-dejavu-core libreoffice-calc poppler-utils"
packages_ci="$packages_test clang-14 clang-tidy-14 clang-format-14 libclang-rt-14-dev libbenchmark-dev git"

say() { printf '%s\n' "$*" >&2; }

# All named packages are there. One call of dpkg-query takes some 20 ms.
have_packages() {
    local wanted=$# found
    found=$(dpkg-query -W -f='${db:Status-Status}\n' "$@" 2>/dev/null | grep -c '^installed$')
    [ "$found" -ge "$wanted" ]
}

# Installs what is missing on Debian, as root or with sudo; says what is needed elsewhere.
need_packages() {
    if ! command -v dpkg-query >/dev/null; then
        command -v cmake >/dev/null && command -v ninja >/dev/null && command -v c++ >/dev/null && return 0
        say "This is not Debian, so nothing was installed. Freiton needs a C++20 compiler (g++ 12 or clang 14), CMake >= 3.22,"
        say "Ninja, and the libraries yaml-cpp, Boost (headers), Eigen 3.4, fmt, nlohmann-json, CLI11, Howard Hinnant's date, libxlsxwriter, libzip, Expat, libical and CBC; the tests also need GoogleTest."
        say "On Debian 12 these are: $*"
        return 1
    fi
    have_packages "$@" && return 0
    local as_root=""
    if [ "$(id -u)" -ne 0 ]; then
        if ! command -v sudo >/dev/null; then
            say "Packages are missing and neither root nor sudo is at hand. As root: apt-get install $*"
            return 1
        fi
        as_root=sudo
    fi
    say "Installing what is missing of: $*"
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq >&2 &&
        $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >&2 && return 0
    say "The packages could not be installed. Needed: $*"
    return 1
}

# Where a preset builds: tests and benchmarks share the folder of the release, whose rooms are compiled once for all.
folder_of() { case $1 in sanitize) echo build/sanitize ;; *) echo build/release ;; esac }

# configure_preset PRESET [LINE [OPTIONS]]: once, or until the cache has this line (as FREITON_TESTS:BOOL=ON). Where CI is
# set, warnings are errors.
configure_preset() {
    local preset=$1 line=${2:-} folder log
    folder=$(folder_of "$preset")
    [ -f "$folder/build.ninja" ] && grep -q "^$line" "$folder/CMakeCache.txt" && return 0
    shift $(($# > 2 ? 2 : $#))
    log=$(mktemp)
    say "Configuring $folder"
    cmake --preset "$preset" ${CI:+-DFREITON_WERROR=ON} "$@" >"$log" 2>&1 || { cat "$log" >&2; rm -f "$log"; return 1; }
    rm -f "$log"
}

# build_preset PRESET TARGETS: what changed; quiet unless it takes long or fails. On a terminal a line says how far it is.
build_preset() {
    local preset=$1 folder log code
    shift
    folder=$(folder_of "$preset")
    case $preset in
        test) configure_preset test FREITON_TESTS:BOOL=ON ;;
        bench) configure_preset bench FREITON_BENCH:BOOL=ON ;;
        *) configure_preset "$preset" ;;
    esac || return 1
    ninja -C "$folder" -n "$@" 2>/dev/null | grep -q 'no work to do' && return 0
    log=$(mktemp)
    say "Building $folder"
    if [ -t 2 ]; then
        NINJA_STATUS='%f of %t, %e s: ' ninja -C "$folder" "$@" 2>&1 | tee "$log" | while IFS= read -r line; do
            case $line in *' of '*:*) printf '\r\033[K%s' "${line%%:*}" >&2 ;; esac
        done
        code=${PIPESTATUS[0]}
        printf '\r\033[K' >&2
    else
        ninja -C "$folder" "$@" >"$log" 2>&1
        code=$?
    fi
    if [ "$code" -eq 0 ]; then grep -E 'warning:' "$log" >&2; else cat "$log" >&2; fi
    rm -f "$log"
    return "$code"
}

# run_suites TESTS PROCESSES [LEFT_OUT]: what a GoogleTest program tests, in so many processes, one on each core at a time.
# A suite is in one process, as its tests share what takes long.
run_suites() {
    local tests=$1 but=${3:+-$3} listed
    listed=$("$tests" --gtest_list_tests ${but:+--gtest_filter="$but"}) || return 1
    sed -n 's/^\([^ ]*\.\).*/\1*/p' <<<"$listed" |
        awk -v n="$2" '{ suites[NR % n] = suites[NR % n] $0 ":" } END { for (group in suites) print suites[group] }' |
        xargs -P "$(nproc)" -I{} "$tests" --gtest_brief=1 --gtest_filter="{}$but"
}
