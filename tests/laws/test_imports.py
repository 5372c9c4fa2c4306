"""Laws 1 to 3: who may import whom. The contracts stand in pyproject.toml."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.code import Module, modules
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


def package(module: Module) -> str:
    """The dotted name of the package whose root a module is, or that it stands in."""
    return ".".join(Path(module.path).parent.parts)


def test_roots_only_name_what_is_public() -> None:
    """An `__init__.py` is empty, or imports names of its own package and lists them: no code, no foreign names."""
    found = [
        module.at(node)
        for module in modules()
        if module.path.endswith("__init__.py") and module.path != "seapgen/__init__.py"
        for node in module.tree.body
        if not (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant))
        and not (isinstance(node, ast.ImportFrom) and str(node.module).startswith(f"{package(module)}."))
        and not (isinstance(node, ast.Assign) and [ast.unparse(target) for target in node.targets] == ["__all__"])
        and not (isinstance(node, ast.ImportFrom) and node.module == "__future__")
    ]

    assert [] == found


def is_module(name: str) -> bool:
    """Whether a dotted name is a module or package of ours."""
    path = ROOT / name.replace(".", "/")
    return path.is_dir() or path.with_suffix(".py").is_file()


def test_nobody_imports_the_own_root() -> None:
    """A module asks its neighbours, never its own package's root, for a name: that is how imports become knots."""
    found = [
        module.at(node)
        for module in modules()
        for node in ast.walk(module.tree)
        if isinstance(node, ast.ImportFrom) and node.module == package(module) and node.module != "seapgen"
        if not all(is_module(f"{node.module}.{name.name}") for name in node.names)
    ]

    assert [] == found
