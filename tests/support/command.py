"""The command as a user runs it: another process, another folder, a chosen environment."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from tests.support.places import ROOT

_RUN = [sys.executable, "-c", "from seapgen.cli.main import main; main()"]
_KEPT = ("PATH", "HOME", "TMPDIR")


def seapgen(*arguments: str, cwd: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run `seapgen …` from this checkout; of this machine's environment it sees the search path only."""
    kept: Mapping[str, str] = {name: os.environ[name] for name in _KEPT if name in os.environ}
    plain = {"PYTHONPATH": str(ROOT), "NO_COLOR": "1", "TERM": "dumb", "COLUMNS": "200"}
    return subprocess.run(
        [*_RUN, *arguments],
        cwd=cwd,
        env={**kept, **plain, **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
