"""The wheel works where there is no checkout: in an empty folder, with everything it needs inside."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.support.places import ROOT

pytestmark = pytest.mark.slow
CARRIED = ("templates", "locales", "examples")
PIP = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index"]
BUILD = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir"]


@dataclass(frozen=True, slots=True)
class Installation:
    """A wheel, and the folder that it was installed into without its dependencies, which the test's own Python has."""

    wheel: Path
    site: Path
    empty: Path

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run the installed command in an empty folder; the installed package stands before the checkout."""
        keep = {name: os.environ[name] for name in ("PATH", "HOME", "TMPDIR") if name in os.environ}
        return subprocess.run(
            [sys.executable, str(self.site / "bin" / "seapgen"), *arguments],
            cwd=self.empty, env={**keep, "PYTHONPATH": str(self.site)}, capture_output=True, text=True, check=False,
        )  # fmt: skip


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installation:
    """The wheel of this checkout, built and installed."""
    folder = tmp_path_factory.mktemp("wheel")
    empty = folder / "empty"
    empty.mkdir()
    subprocess.run([*BUILD, str(folder), str(ROOT)], check=True, capture_output=True)
    wheel = next(folder.glob("*.whl"))
    subprocess.run([*PIP, "--target", str(folder / "site"), str(wheel)], check=True, capture_output=True)
    return Installation(wheel, folder / "site", empty)


def test_the_wheel_carries_what_the_program_reads(installed: Installation) -> None:
    """Every tracked file of templates, catalogues and examples is inside, and so is the licence."""
    names = set(zipfile.ZipFile(installed.wheel).namelist())
    tracked = subprocess.run(["git", "ls-files", "-z", *CARRIED], cwd=ROOT, capture_output=True, check=True).stdout.decode(
        "utf-8"
    )
    there = [name for name in tracked.split("\0") if name and (ROOT / name).is_file()]

    assert there
    assert [] == [name for name in there if f"seapgen/assets/{name}" not in names]
    assert any(name.endswith("licenses/LICENSE") for name in names)


def test_the_wheel_carries_nothing_else(installed: Installation) -> None:
    """No test, cache or output is inside."""
    names = zipfile.ZipFile(installed.wheel).namelist()

    assert [] == [name for name in names if "__pycache__" in name or not name.startswith(("seapgen/", "seapgen-"))]


def test_the_command_is_the_installed_one(installed: Installation) -> None:
    """The command prints its version from the installed package, not from the checkout."""
    run = installed.run("--version")

    assert run.returncode == 0, run.stderr
    assert installed.wheel.name.split("-")[1] in run.stdout


def test_a_carried_example_can_be_checked(installed: Installation) -> None:
    """The example inside the wheel is a programme without errors."""
    run = installed.run("check", str(installed.site / "seapgen/assets/examples/turin"))

    assert run.returncode == 0, run.stderr


def test_a_carried_example_can_be_built(installed: Installation) -> None:
    """From an empty folder the installed command makes Word, PDF and web page of the carried example."""
    run = installed.run("build", str(installed.site / "seapgen/assets/examples/turin"), "--lang", "it")
    written = sorted(path.name for path in installed.empty.glob("build/seap/turin/it/*"))

    assert run.returncode == 0, run.stderr
    assert ["seap-turin-it.docx", "seap-turin-it.html", "seap-turin-it.pdf"] == written
