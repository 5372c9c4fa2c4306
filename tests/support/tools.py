"""Programs that slow tests ask. A missing one skips the test at a desk and fails it in CI."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import NoReturn

import pytest

from tests.support.places import NPM


def program(name: str) -> str:
    """The path of a program on this machine."""
    return shutil.which(name) or missing(f"{name} is not installed; `make tools` tries to")


def npm(path: str) -> Path:
    """A file of an npm package under tests/tools."""
    found = NPM / path
    return found if found.exists() else missing(f"npm package of {path} is not installed; `make tools` tries to")


def missing(reason: str) -> NoReturn:
    """Skip with the reason; in CI, where everything has to be there, fail with it."""
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)
