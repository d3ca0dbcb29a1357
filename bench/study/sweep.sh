#!/usr/bin/env bash
# bench/study/sweep.sh: 1,000 simulated variations: how busy the cores are kept, and whether memory grows.
set -u
cd "$(dirname "${BASH_SOURCE[0]}")/../.." || exit 4
. .ci/setup.sh
need_packages $packages_run || exit 4
build_preset release freiton || exit 4
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cat >"$folder/base.yaml" <<'YAML'
freiton: 1
calendar: {first_day: 2026-03-02, days: 5, open: "08:00-18:00", interval: 30 min}
work:
  sales:
    kind: call
    arrivals: {per_day: 800}
    handling_time: 4 min
    patience: 2 min
    target: {answered: 80 %, within: 20 s, over: day}
  post:
    kind: backlog
    arrivals: {per_day: 60}
    handling_time: 8 min
    target: {done: 95 %, within: 4 h}
teams:
  office: {handles: [sales, post], staff: 10, cost: 38 / h}
simulation: {replications: 200}
YAML
cat >"$folder/study.yaml" <<'YAML'
freiton-study: 1
scenario: base.yaml
vary:
  work.sales.arrivals.scale: {min: 0.8, max: 1.2}
  work.sales.handling_time: {min: 3 min, max: 5 min}
  teams.office.staff: {min: 7, max: 13}
design: sobol
samples: SAMPLES
question: simulate
YAML
python3 - "$folder" "$PWD/build/release/engine/freiton" <<'PY'
import os, pathlib, resource, subprocess, sys, time

folder, program = pathlib.Path(sys.argv[1]), sys.argv[2]
template = (folder / "study.yaml").read_text()
cores = os.cpu_count()


def wanted(pid):
    """Seconds for which its threads ran, or were ready to and waited for a core that others had."""
    total = 0
    for task in pathlib.Path(f"/proc/{pid}/task").iterdir():
        ran, waited, _ = (task / "schedstat").read_text().split()
        total += int(ran) + int(waited)
    return total / 1e9


for samples in (100, 1000):
    (folder / "study.yaml").write_text(template.replace("SAMPLES", str(samples)))
    begin = time.perf_counter()
    process = subprocess.Popen([program, "sweep", str(folder / "study.yaml"), "--out", str(folder / str(samples))],
                               stdout=subprocess.DEVNULL)
    seen = (0.0, 1.0)  # until the first thread ends, which takes its count along
    while not os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT):
        try:
            seen = max(seen, (wanted(process.pid), time.perf_counter() - begin))
        except OSError:  # a thread that has just ended
            pass
        time.sleep(0.1)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - begin
    cpu = usage.ru_utime + usage.ru_stime
    print(f"{samples} variations: {wall:.1f} s; {cores} cores {cpu / (cores * wall):.1%} had, "
          f"{seen[0] / (cores * seen[1]):.1%} wanted; at most {usage.ru_maxrss / 1024:.1f} MB; "
          f"{cpu / samples * 1000:.1f} ms of a core each; exit code {status >> 8}")
PY
