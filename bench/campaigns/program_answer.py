# SPDX-License-Identifier: Apache-2.0
"""What the program answers about a scenario, for campaigns."""

import json
import subprocess
import tempfile


def answer(program, command, content, *options):
    """The JSON of a command about a scenario; a target that is missed is an answer, too."""
    with tempfile.NamedTemporaryFile("w", suffix=".yaml") as file:
        json.dump(content, file)
        file.flush()
        run = subprocess.run([program, command, file.name, "--json", *options], capture_output=True, text=True)
    if run.returncode not in (0, 1):
        raise RuntimeError(run.stderr)
    return json.loads(run.stdout)
