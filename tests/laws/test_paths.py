"""Nothing in the repository depends on one machine."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from tests.support.places import ROOT

# Written so that this file does not name what it looks for.
MACHINE = re.compile(r"(?<![\w.~$}])/(?:work|root|home/\w+|Users/\w+|opt/\w+)/")
REGISTRY = re.compile("|".join(["pypi" r"\.org", "pythonhosted" r"\.org", "npmjs" r"\.(?:org|com)", r"deb\." "debian" r"\.org"]))


def tracked() -> list[Path]:
    """Files under version control, as far as they are text."""
    run = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    if run.returncode != 0:
        pytest.skip("this is no git checkout")
    paths = [ROOT / name for name in run.stdout.decode("utf-8").split("\0") if name]
    return [p for p in paths if p.is_file() and b"\0" not in p.read_bytes()[:8192]]


@pytest.mark.parametrize("pattern", [MACHINE, REGISTRY], ids=["machine", "registry"])
def test_no_file_names_a_machine(pattern: re.Pattern[str]) -> None:
    """No absolute path of a machine and no host of a package registry stands in a tracked file."""
    found = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in tracked()
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1)
        if pattern.search(line)
    ]

    assert [] == found


def test_the_law_would_notice() -> None:
    """A path into somebody's folder and a host are seen; a relative path and a web address are not."""
    assert MACHINE.search("see " + "/home/" + "anna/seapgen")
    assert REGISTRY.search("https://" + "pypi" + ".org/simple")
    assert not MACHINE.search("a/work/b, https://example.org/work/x")


def test_nothing_built_is_tracked() -> None:
    """Outputs, caches and installed packages are not under version control."""
    built = {"build", "dist", ".venv", "node_modules", "__pycache__", ".hypothesis"}

    assert [] == [path.relative_to(ROOT).as_posix() for path in tracked() if built & set(path.relative_to(ROOT).parts)]
