"""The wheel works where there is no checkout: in an empty folder, with everything it needs inside."""

from __future__ import annotations

import subprocess
import zipfile
from pathlib import Path

import pytest

from tests.support.installed import Installation
from tests.support.places import ROOT

pytestmark = pytest.mark.slow
CARRIED = ("templates", "locales", "examples")


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
    """Code and templates come from the installed package, not from the checkout, and the command prints its version."""
    run = installed.run("--version")
    code = Path(installed.ask("import seapgen; print(seapgen.__file__)"))
    templates = Path(installed.ask("from seapgen import resources; print(resources.folder('templates'))"))

    assert run.returncode == 0, run.stderr
    assert installed.wheel.name.split("-")[1] in run.stdout
    assert (installed.package / "__init__.py", installed.package / "assets" / "templates") == (code, templates)


def test_a_carried_example_can_be_checked(installed: Installation) -> None:
    """The example inside the wheel is a programme without errors."""
    run = installed.run("check", str(installed.package / "assets/examples/turin"))

    assert run.returncode == 0, run.stderr


def test_a_carried_example_can_be_built(installed: Installation) -> None:
    """From an empty folder the installed command makes Word, PDF and web page of the carried example."""
    run = installed.run("build", str(installed.package / "assets/examples/turin"), "--lang", "it")
    written = sorted(path.name for path in installed.empty.glob("build/seap/turin/it/*"))

    assert run.returncode == 0, run.stderr
    assert ["seap-turin-it.docx", "seap-turin-it.html", "seap-turin-it.pdf"] == written
