# SPDX-License-Identifier: Apache-2.0
"""Studies on real Dask clusters of two worker processes, whose parts are killed in mid-run."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import dask.config
import pandas as pd
import pytest
from distributed import Client, LocalCluster

import freiton
import studies
import yaml_text
from freiton import _cluster
from freiton.__main__ import main

pytestmark = pytest.mark.filterwarnings("default")  # what Dask's libraries warn of among themselves is not ours


@pytest.fixture
def client() -> Iterator[Any]:
    with (
        dask.config.set({"distributed.comm.timeouts.connect": "120s"}),  # on a busy machine workers come back late
        LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as cluster,
        Client(cluster) as client,
    ):
        yield client


class Started:
    """A scheduler and two workers, each a process of its own, started as anybody would start them."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "scheduler.json"
        self.processes: list[subprocess.Popen[bytes]] = []
        self.scheduler = self.start("scheduler", "--port", "0", "--no-dashboard")
        for _ in range(2):
            self.start("worker", "--nthreads", "1", "--no-nanny", "--no-dashboard")

    def start(self, part: str, *options: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "dask", part, "--scheduler-file", str(self.file), *options]
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.processes.append(process)
        return process

    def end(self) -> None:
        for process in self.processes:
            process.kill()
            process.wait()


@pytest.fixture
def started(tmp_path: Path) -> Iterator[Started]:
    cluster = Started(tmp_path)
    yield cluster
    cluster.end()


def table_of(folder: Path) -> bytes:
    return (folder / "table.csv").read_bytes()


def local(study: Any, folder: Path) -> pd.DataFrame:
    return freiton.sweep(study, out=folder / "local")


class At:
    """Does something once, when so much is done."""

    def __init__(self, share: float, act: Any) -> None:
        self.share, self.act, self.seen = share, act, [0.0]

    def __call__(self, share: float) -> None:
        self.seen.append(share)
        if share >= self.share and self.act:
            act, self.act = self.act, None
            act()


def test_a_cluster_gives_the_bytes_of_a_local_run_though_a_worker_is_killed(client: Any, tmp_path: Path) -> None:
    study = freiton.load_study(
        studies.study(
            2000, vary={"work.sales.arrivals.scale": [0.8 + i / 50 for i in range(20)], "teams.office.staff": [5, 7]}
        )
    )
    workers = client.run(os.getpid)
    assert len(workers) == 2
    killing = At(0.2, lambda: os.kill(next(iter(workers.values())), signal.SIGKILL))
    table = freiton.sweep(study, out=tmp_path / "cluster", client=client, progress=killing)
    assert killing.act is None
    assert killing.seen == sorted(killing.seen)
    assert killing.seen[-1] == 1.0
    pd.testing.assert_frame_equal(table, local(study, tmp_path), check_exact=True)
    assert table_of(tmp_path / "cluster") == table_of(tmp_path / "local")
    assert len((tmp_path / "cluster/checkpoint.tsv").read_text().splitlines()) == 42  # header, names, each row once


def test_a_variation_that_always_fails_is_the_same_row_as_at_home(client: Any, tmp_path: Path) -> None:
    study = freiton.load_study(studies.study(vary=studies.FAILING))
    table = freiton.sweep(study, out=tmp_path / "cluster", client=client)
    assert (table["error"] != "").sum() == 3
    local(study, tmp_path)
    assert table_of(tmp_path / "cluster") == table_of(tmp_path / "local")


def test_a_variation_that_always_ends_its_worker_does_not_end_the_study(
    client: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = _cluster._rows

    def deadly(packed: bytes, key: int, version: str, variations: list[int]) -> tuple[str, float]:
        if 5 in variations:
            os.kill(os.getpid(), signal.SIGKILL)
        return rows(packed, key, version, variations)

    monkeypatch.setattr(_cluster, "_rows", deadly)
    table = freiton.sweep(studies.study(), client=client)
    assert list(table["variation"][table["error"] != ""]) == [6]
    assert table["error"][5] == "ended its workers: KilledWorker"


def test_a_run_whose_scheduler_was_killed_is_gone_on_with(started: Started, tmp_path: Path) -> None:
    study = freiton.load_study(
        studies.study(
            2000, vary={"work.sales.arrivals.scale": [0.8 + i / 50 for i in range(20)], "teams.office.staff": [5, 7]}
        )
    )
    killing = At(0.2, started.scheduler.kill)
    with Client(scheduler_file=str(started.file)) as client:
        client.wait_for_workers(2)
        with pytest.raises(freiton.ClusterError, match="scheduler"):
            freiton.sweep(study, out=tmp_path / "cluster", client=client, progress=killing)
    assert not (tmp_path / "cluster/table.csv").exists()
    done = len((tmp_path / "cluster/checkpoint.tsv").read_text().splitlines()) - 2
    assert 8 <= done < 40
    freiton.sweep(study, out=tmp_path / "cluster", resume=True)
    local(study, tmp_path)
    assert table_of(tmp_path / "cluster") == table_of(tmp_path / "local")


def test_the_command_line_takes_the_address_of_a_scheduler(started: Started, tmp_path: Path) -> None:
    file = yaml_text.write_study(tmp_path, studies.study())
    with Client(scheduler_file=str(started.file)) as client:
        client.wait_for_workers(2)
        address = client.scheduler.address
    assert main(["sweep", str(file), "--scheduler", address, "--out", str(tmp_path / "cluster")]) == 0
    local(file, tmp_path)
    assert table_of(tmp_path / "cluster") == table_of(tmp_path / "local")


def test_a_worker_of_another_version_is_refused(client: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    class Other:
        __version__ = "0.0.9"

        def __getattr__(self, name: str) -> Any:
            return getattr(engine, name)

    engine: Any = vars(_cluster)["_engine"]
    monkeypatch.setattr(_cluster, "_engine", Other())
    with pytest.raises(freiton.ClusterError, match=r"0\.0\.9 is needed"):
        freiton.sweep(studies.study(), client=client)
