"""Laws 1 to 3: who may import whom. The contracts stand in pyproject.toml."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.places import PACKAGE, ROOT

LINT = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as lint; lint()", "--no-cache"]
FAULTS = {  # contract id -> a module and what it must not import
    "rooms": ("compute/fault.py", "import seapgen.intake.tables"),
    "cli": ("cli/fault.py", "import seapgen.localise"),
    "formats": ("render/word/fault.py", "import seapgen.render.pdf"),
    "painter": ("render/svg/fault.py", "import seapgen.render.web"),
    "pure": ("compose/fault.py", "import os.path"),
    "door-pandas": ("check/fault.py", "import pandas"),
    "door-spreadsheets": ("publish/fault.py", "import openpyxl"),
    "door-yaml": ("localise/fault.py", "from ruamel.yaml import YAML"),
    "door-babel": ("render/fault.py", "from babel.numbers import format_decimal"),
    "door-jinja": ("render/pdf/fault.py", "import jinja2"),
    "door-markdown": ("intake/fault.py", "import markdown_it"),
    "door-word": ("assemble/fault.py", "import docx"),
    "door-typst": ("render/web/fault.py", "import typst"),
    "door-guards": ("exchange/fault.py", "import PIL.Image"),
    "door-cli": ("intake/fault_too.py", "import rich.console"),
    "door-workers": ("model/fault.py", "import dask"),
}


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    """Check the contracts of the package in a folder."""
    return subprocess.run(LINT, cwd=folder, capture_output=True, text=True, check=False)


def contracts() -> dict[str, str]:
    """Every contract's id and name."""
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    return dict(re.findall(r'^id = "(.+)"\nname = "(.+)"$', text, re.MULTILINE))


@pytest.fixture(scope="module")
def verdict_on_faults(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What is said about a package of the same rooms in which every contract is broken once."""
    folder = tmp_path_factory.mktemp("faults")
    shutil.copy(ROOT / "pyproject.toml", folder)
    shutil.copytree(PACKAGE, folder / "seapgen", ignore=shutil.ignore_patterns("[!_]*.*", "__pycache__"))
    (folder / "seapgen/intake/tables.py").touch()
    (folder / "seapgen/resources.py").touch()
    for path, fault in FAULTS.values():
        (folder / "seapgen" / path).write_text(fault + "\n", encoding="utf-8")
    return re.sub(r"\s+", " ", lint_imports(folder).stdout)


def test_every_contract_is_kept() -> None:
    """No import in the package breaks a contract."""
    verdict = lint_imports(ROOT)

    assert verdict.returncode == 0, verdict.stdout


@pytest.mark.parametrize("contract", contracts())
def test_a_fault_breaks_its_contract(contract: str, verdict_on_faults: str) -> None:
    """Each contract would notice."""
    assert f"{contracts()[contract]} BROKEN" in verdict_on_faults


def test_every_contract_has_a_fault() -> None:
    """A contract added to pyproject.toml is tried here too."""
    assert set(contracts()) == set(FAULTS)
