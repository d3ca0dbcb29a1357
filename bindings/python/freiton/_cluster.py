# SPDX-License-Identifier: Apache-2.0
"""A study on Dask: batches of a few seconds, kept here as they come back.

Whatever happens there, the rows are those of a local run: what a variation is and which random numbers it has depends
only on the study, so a batch that runs twice changes nothing, and whoever fails is asked again or replaced.
"""

from __future__ import annotations

import asyncio
import pickle
import queue
import threading
import time
from collections.abc import Callable
from concurrent.futures import CancelledError
from typing import TYPE_CHECKING, Any

from freiton import _engine
from freiton._study import _from_texts

if TYPE_CHECKING:
    from distributed import Client

BATCH_S = 3.0
"""What a batch should take: long against the milliseconds that Dask needs for it, short against a lost worker."""

_LOOK_S = 2.0  # how often the number of worker threads is asked for
_AT_A_TIME = 2  # batches for each worker thread, so that none waits for the next one
_LOST = "the connection to the scheduler was lost"


class ClusterError(RuntimeError):
    """The cluster was lost, or cannot do the work. What was done is kept where ``out`` was given; resume goes on."""


_studies: dict[int, _engine.Study] = {}  # of this worker
_lock = threading.Lock()


def _study_of(packed: bytes, key: int) -> _engine.Study:
    with _lock:
        if key not in _studies:
            study = _from_texts(*pickle.loads(packed))._loaded
            if study.key != key:
                raise ClusterError("a worker understands the study otherwise: is its freiton of another build?")
            _studies.clear()
            _studies[key] = study
        return _studies[key]


def _rows(packed: bytes, key: int, version: str, variations: list[int]) -> tuple[str, float]:
    """Runs on a worker, on its own thread only. The rows as text, and the seconds that they took."""
    if version != _engine.__version__:
        raise ClusterError(f"a worker has freiton {_engine.__version__}, and {version} is needed")
    study = _study_of(packed, key)
    begin = time.perf_counter()
    return study.rows(variations), time.perf_counter() - begin


class _Batches:
    """What is still to be handed out, in pieces of about BATCH_S."""

    def __init__(self, missing: list[int]) -> None:
        self._missing = missing
        self._next = 0
        self._suspects: list[int] = []
        self._seconds = 0.0
        self._counted = 0

    def took(self, count: int, seconds: float) -> None:
        self._seconds += seconds
        self._counted += count

    def suspect(self, batch: list[int]) -> None:
        """Their workers ended: their own doing, or that of what ran beside them."""
        self._suspects.extend(batch)

    def take_suspect(self) -> list[int] | None:
        """One by itself, once nothing else runs, so that it ends no others and no others end it."""
        return [self._suspects.pop(0)] if self._suspects else None

    def take(self, threads: int) -> list[int] | None:
        left = len(self._missing) - self._next
        if left == 0:
            return None
        size = 1  # until the first ones have been measured
        if self._counted:
            each = max(self._seconds / self._counted, 1e-6)
            share = -(-left // (2 * threads))  # the last ones are small, so that all end together
            size = max(1, min(int(BATCH_S / each), share))
        batch = self._missing[self._next : self._next + size]
        self._next += len(batch)
        return batch


class _Run:
    def __init__(self, client: Client, study: _engine.Study, run: _engine.StudyRun) -> None:
        self._client: Any = client
        self._study = study
        self._run = run
        self._key = study.key
        self._ended: queue.SimpleQueue[Any] = queue.SimpleQueue()
        self._running: dict[str, tuple[Any, list[int]]] = {}
        self._by_itself = False  # what runs is a suspect, and nothing else does
        self._threads = 1
        self._looked = float("-inf")
        packed = pickle.dumps((study.study_yaml(), study.scenario_yaml(), study.tables()))
        # A task, not scattered data: if the worker that holds it ends, it is made again.
        self._packed: Any = self._client.submit(bytes, packed, key=f"freiton-study-{self._key:x}-{time.time_ns():x}")

    def all(self, missing: list[int], tell: Callable[[float], object] | None) -> None:
        batches = _Batches(missing)
        try:
            while True:
                self._hand_out(batches)
                if not self._running:
                    return
                self._take_in(batches)
                if tell:
                    tell((len(missing) - self._left()) / len(missing))
        finally:
            self._client.cancel([future for future, _ in self._running.values()], force=True)

    def _left(self) -> int:
        return self._study.count - self._run.done

    def _hand_out(self, batches: _Batches) -> None:
        self._look()
        while len(self._running) < _AT_A_TIME * self._threads:
            batch = None if self._by_itself else batches.take(self._threads)
            if batch is None:
                break
            self._submit(batch)
        if not self._running and (suspect := batches.take_suspect()):
            self._by_itself = True
            self._submit(suspect)

    def _submit(self, batch: list[int]) -> None:
        key = f"freiton-{self._key:x}-{batch[0]}-{time.time_ns():x}"
        future = self._client.submit(_rows, self._packed, self._key, _engine.__version__, batch, key=key)
        self._running[key] = (future, batch)
        future.add_done_callback(self._ended.put)

    def _look(self) -> None:
        """Workers come and go."""
        if time.monotonic() - self._looked < _LOOK_S:
            return
        self._looked = time.monotonic()
        self._threads = max(1, sum(self._client.nthreads().values()))

    def _take_in(self, batches: _Batches) -> None:
        try:
            future = self._ended.get(timeout=_LOOK_S)
        except queue.Empty:
            if self._client.status != "running":
                raise ClusterError(_LOST) from None
            return
        _, batch = self._running[future.key]
        try:
            rows, seconds = future.result(timeout=_LOOK_S)
        except asyncio.TimeoutError:  # the worker that holds it was lost since, and another one makes it again
            self._ended.put(future)
        except CancelledError as error:
            raise ClusterError(_LOST) from error
        except (_killed_worker(), MemoryError) as error:
            self._ended_badly(batch, batches, error)
            del self._running[future.key]
        else:
            if self._run.add(rows) != len(batch):
                raise ClusterError("rows were damaged on their way")
            batches.took(len(batch), seconds)
            del self._running[future.key]

    def _ended_badly(self, batch: list[int], batches: _Batches, error: Exception) -> None:
        if not self._by_itself:
            batches.suspect(batch)
            return
        self._run.add(self._study.failed_row(batch[0], f"ended its workers: {type(error).__name__}"))


def _killed_worker() -> type[Exception]:
    from distributed import KilledWorker

    killed: type[Exception] = KilledWorker
    return killed


def run_on(client: Client, study: _engine.Study, run: _engine.StudyRun, tell: Callable[[float], object] | None) -> None:
    """Has the workers of a Dask client do what is missing of a run. Raises ClusterError, or what ``tell`` raises."""
    missing = run.missing()
    if not missing:
        return
    try:
        _Run(client, study, run).all(missing, tell)
    except OSError as error:  # Dask's own, of connections
        raise ClusterError(f"{_LOST}: {error}") from error
