# SPDX-License-Identifier: Apache-2.0
"""``python -m freiton sweep STUDY``: a study here or on a Dask cluster. All else is done by the program ``freiton``."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import Any

import freiton


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m freiton", description=freiton.__doc__.splitlines()[0])
    commands = parser.add_subparsers(dest="command", required=True)
    sweep = commands.add_parser("sweep", help="a table of what-ifs: every variation of a study")
    sweep.add_argument("study", metavar="STUDY", help="study file (YAML)")
    sweep.add_argument("--scheduler", metavar="ADDRESS", help="of a Dask cluster that does the work: tcp://host:8786")
    sweep.add_argument("--out", metavar="DIR", help="keep what is done there as it is done, and the table in the end")
    sweep.add_argument("--resume", action="store_true", help="go on with the run that --out holds")
    sweep.add_argument("--parquet", metavar="FILE", help="write the table as Parquet, too")
    sweep.add_argument("--seed", type=int, help="seed of every random number, in place of the scenario's")
    sweep.add_argument("--threads", type=int, help="threads of a local run (all cores)")
    sweep.add_argument("--quiet", action="store_true", help="no progress on stderr")
    return parser


def _client(address: str | None) -> AbstractContextManager[Any]:
    if address is None:
        return nullcontext(None)
    from distributed import Client

    client: AbstractContextManager[Any] = Client(address)
    return client


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit codes: 0 done, 2 the study or usage is wrong, 3 the cluster or the output failed, 130 after Ctrl-C."""
    asked = _parser().parse_args(arguments)
    progress = not asked.quiet and sys.stderr.isatty()
    try:
        study = freiton.load_study(asked.study, seed=asked.seed)
        with _client(asked.scheduler) as client:
            table = freiton.sweep(
                study,
                out=asked.out,
                resume=asked.resume,
                parquet=asked.parquet,
                threads=asked.threads,
                client=client,
                progress=progress,
            )
    except (freiton.ScenarioError, ValueError) as error:
        print(error, file=sys.stderr)
        return 2
    except (freiton.ClusterError, OSError) as error:
        print(error, file=sys.stderr)
        return 3
    except KeyboardInterrupt:
        print("Stopped; what is done is kept if --out was given, and --resume goes on.", file=sys.stderr)
        return 130
    sys.stdout.write(table.summary)
    return 0


if __name__ == "__main__":
    sys.exit(main())
