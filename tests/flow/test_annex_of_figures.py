"""The annex of a finished document names, for each main figure, the tables and rows that it was made from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from seapgen.model.artifact import Format
from seapgen.model.explanation import Explanation
from seapgen.model.order import Order, Wanted
from seapgen.model.results import Cell
from seapgen.pipeline import build
from seapgen.study import Study, explained, study
from tests.support.letters import READERS
from tests.support.places import EXAMPLES, TESTS

PROGRAMMES = {"turin": EXAMPLES / "turin", "montelago": TESTS / "programmes" / "specimen"}
FORMATS: tuple[Format, ...] = ("docx", "pdf", "html")
BASE = {"turin": 2019, "montelago": 2010}
FIGURES = {  # the path of a figure, and how the annex calls it
    "inventory.{base}.energy_mwh": {"en": "Final energy", "it": "Energia finale"},
    "inventory.{base}.emissions_energy_t": {"en": "Emissions from the use of energy", "it": "Emissioni legate all’uso dell’energia"},
    "inventory.{base}.energy_mwh_per_capita": {"en": "Energy per inhabitant", "it": "Energia per abitante"},
    "plan.cost_eur": {"en": "Cost of the actions", "it": "Costo delle azioni"},
}  # fmt: skip
FILES = (
    "consumption.csv", "emissions.csv", "factors.csv", "production.csv", "purchases.csv", "actions.csv", "municipality.yaml",
    "com2010-ipcc-co2.csv", "national_electricity.csv", "units.csv",
)  # fmt: skip
_ROWS = re.compile(rf"({'|'.join(map(re.escape, FILES))}),(?:rows?|lines?|riga|righe)((?:\d+(?:–\d+)?,?)+)")


@cache
def studied(programme: str) -> Study:
    """The programme, computed."""
    return study(PROGRAMMES[programme])


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Both programmes, each in one language, in all formats."""
    out = tmp_path_factory.mktemp("annex")
    for (name, folder), language in zip(PROGRAMMES.items(), ("en", "it"), strict=True):
        build(folder, out / name, Order(wanted=(Wanted("seap", name),), languages=(language,), draft=True))
    return out


def text(built: Path, programme: str, language: str, form: Format) -> str:
    """What a reader sees in a finished file, without white space."""
    path = built / programme / "seap" / programme / language / f"seap-{programme}-{language}.{form}"
    return re.sub(r"[\s\u00ad]+", "", READERS[form](path.read_bytes()))


def cells(found: Explanation) -> Iterator[tuple[str, int]]:
    """File and line of everything that went into a figure."""
    for each in found.inputs:
        if isinstance(each, Cell):
            yield each.source.file.rpartition("/")[2], each.source.line
        else:
            yield from cells(each)


def named(segment: str) -> set[tuple[str, int]]:
    """Files and lines that a stretch of the annex names, ranges spelled out."""
    found: set[tuple[str, int]] = set()
    for file, rows in _ROWS.findall(segment):
        for part in rows.strip(",").split(","):
            first, _, last = part.partition("–")
            found |= {(file, line) for line in range(int(first), int(last or first) + 1)}
    return found


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize(("programme", "language"), [("turin", "en"), ("montelago", "it")])
def test_the_annex_names_the_rows_of_the_main_figures(programme: str, language: str, form: Format, built: Path) -> None:
    """Read out of the finished file, name by name: exactly the rows that the explanation goes back to."""
    letters = text(built, programme, language, form)
    expected, found = {}, {}
    for pattern, names in FIGURES.items():
        path = pattern.format(base=BASE[programme])
        expected[path] = set(cells(explained(studied(programme), programme, path)))
        start = letters.rindex(re.sub(r"\s+", "", names[language]) + digits(programme, path, language))
        found[path] = named(row_of(letters[start:], language))

    assert expected == found


def digits(programme: str, path: str, language: str) -> str:
    """The first digit of the printed value, which follows the name."""
    return str(explained(studied(programme), programme, path).figure.value)[0]


def row_of(letters: str, language: str) -> str:
    """The letters up to the name of the next figure of the annex, or a good stretch where none follows."""
    nexts = [re.sub(r"\s+", "", name) for name in NEXT[language]]
    return letters[: min((place for name in nexts if (place := letters.find(name, 10)) > 0), default=600)]


NEXT = {
    "en": ("Emissions from the use of energy", "All emissions of", "Emissions per inhabitant", "Cost without secured"),
    "it": ("Emissioni legate all’uso", "Tutte le emissioni", "Emissioni per abitante", "Costo senza finanz"),
}
