"""Every figure and fact of a few programmes with its derivation: value, unit, formula, inputs, cells. Nothing changes unseen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from seapgen.compute.results import compute_results
from seapgen.intake.programme import load_programme
from seapgen.localise.language import load_language
from seapgen.model.results import Cell, Derived
from tests.flow.test_rules import laid_over
from tests.support.judged import reference
from tests.support.monitored import MONITORED
from tests.support.places import TESTS
from tests.support.rules import RULES

GOLDEN = TESTS / "golden" / "figures"
PROGRAMMES = {
    "minimal": TESTS / "programmes" / "minimal", "specimen": TESTS / "programmes" / "specimen", "rules": TESTS / "rules" / "base",
}  # fmt: skip
SUPPLY = tuple(f"S{n}/{case}" for n in range(9) for case in ("fails", "holds"))
SITUATIONS = ("fall-since-the-baseline", "money-spent", "other-way-of-counting", "thin-twice")


def derived(figures: Mapping[str, Derived]) -> Iterator[str]:
    """One line a figure: `path = value unit: formula(inputs)`."""
    for path, each in sorted(figures.items()):
        inputs = ", ".join(cell(i) if isinstance(i, Cell) else i for i in each.derivation.inputs)
        yield f"{path} = {each.figure.value} {each.figure.unit}: {each.derivation.formula}({inputs})"


def cell(found: Cell) -> str:
    """`consumption.csv:2:6 900 MWh`, without the folder."""
    file = found.source.file.rpartition("/")[2]
    label = f" ({load_language('en').show(found.label)})" if found.label is not None else ""
    return f"{file}:{found.source.cell} {found.value} {found.unit}".strip() + label


def figures(folder: Path, *parts: str) -> str:
    """All figures and facts of all municipalities, or those whose path begins with one of the parts."""
    programme = load_programme(folder).programme
    assert programme is not None
    lines = []
    for id_, results in compute_results(programme, reference()).municipalities.items():
        lines += [f"# {id_}", *derived(results.figures), *derived(results.facts)]
    return "\n".join(line for line in lines if not parts or line.startswith(parts)) + "\n"


@pytest.mark.parametrize("name", [*PROGRAMMES, *SITUATIONS])
def test_figures_are_made_as_before(name: str, tmp_path: Path, *, update_golden: bool) -> None:
    """Who changes one looks at the difference before it is committed."""
    made = figures(PROGRAMMES[name] if name in PROGRAMMES else MONITORED[name].write(tmp_path))
    agree(made, name, write=update_golden)


@pytest.mark.parametrize("case", SUPPLY)
def test_local_supply_is_made_as_before(case: str, tmp_path: Path, *, update_golden: bool) -> None:
    """Plants, purchases, and the factors that follow from them."""
    made = figures(laid_over(RULES / case, tmp_path), "factor.", "production.", "inventory.2010.local", "inventory.2010.heat")
    agree(made, case.replace("/", "-"), write=update_golden)


def agree(text: str, name: str, *, write: bool) -> None:
    """The text is that of the golden file of a name, which may be written anew."""
    path = GOLDEN / f"{name}.txt"
    if write:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    assert path.read_text(encoding="utf-8") == text
