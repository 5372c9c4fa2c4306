"""On what it was measured: processor, system, versions, load."""

from __future__ import annotations

import os
import platform
import sys
from importlib.metadata import version
from pathlib import Path

PACKAGES = ("docxtpl", "python-docx", "Jinja2", "lxml", "typst", "markdown-it-py")


def machine(date: str, peers: str) -> str:
    """One paragraph; `peers` names programs that are no packages."""
    packages = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    load = ", ".join(f"{n:.1f}" for n in os.getloadavg())
    return (
        f"{date}. {_processor()}, {os.cpu_count()} cores, {platform.system()} {platform.release()}; "
        f"Python {sys.version.split()[0]}, {packages}{peers}. Load of the machine over the last 1, 5 and 15 minutes "
        f"when the run ended: {load}."
    )


def _processor() -> str:
    """The name of the processor, where the system says it."""
    told = Path("/proc/cpuinfo")
    lines = told.read_text(encoding="utf-8").splitlines() if told.is_file() else []
    named = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return named[0] if named else platform.machine()
