"""The wheel of this checkout, installed into a virtual environment of its own."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.support.places import ROOT

_BUILD = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir"]
_PIP = [sys.executable, "-m", "pip", "--disable-pip-version-check"]
_KEPT = ("PATH", "HOME", "TMPDIR")


@dataclass(frozen=True, slots=True)
class Installation:
    """A wheel, the environment that it was installed into, and an empty folder.

    seapgen comes from the wheel; the libraries that it needs are those of the test's own Python, so nothing is fetched.
    """

    wheel: Path
    environment: Path
    empty: Path

    @property
    def python(self) -> Path:
        """The environment's own Python."""
        return self.environment / "bin" / "python"

    @property
    def package(self) -> Path:
        """The folder of the installed package."""
        return next(self.environment.glob("lib/python3*/site-packages/seapgen"))

    def run(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run the installed command in an empty folder; of this machine it sees the search path only."""
        return self._ran([str(self.environment / "bin" / "seapgen"), *arguments], environment)

    def ask(self, code: str) -> str:
        """What a line of Python prints in the environment."""
        return self._ran([str(self.python), "-c", code], {}).stdout.strip()

    def _ran(self, command: list[str], environment: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
        seen = {**{name: os.environ[name] for name in _KEPT if name in os.environ}, **environment}
        return subprocess.run(command, cwd=self.empty, env=seen, capture_output=True, text=True, check=False, timeout=300)


def installation(folder: Path) -> Installation:
    """Build the wheel, make an environment, install the wheel without asking the network."""
    subprocess.run([*_BUILD, str(folder), str(ROOT)], check=True, capture_output=True)
    wheel = next(folder.glob("*.whl"))
    environment = folder / "environment"
    venv.create(environment, symlinks=True)
    installed = Installation(wheel, environment, folder / "empty")
    installed.empty.mkdir()
    install = [*_PIP, "--python", str(installed.python), "install", "--quiet", "--no-deps", "--no-index", str(wheel)]
    subprocess.run(install, check=True, capture_output=True)
    borrowed = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    (installed.package.parent / "borrowed.pth").write_text("\n".join(sorted(borrowed)), encoding="utf-8")
    return installed
