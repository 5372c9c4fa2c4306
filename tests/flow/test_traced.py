"""Law 6: whoever reads a number in a finished document can go back to the cells it was made from.

The numbers are taken from built pages, not from the tree: 300 places of those of Turin and Montelago, in both languages.
"""

from __future__ import annotations

import csv
import json
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache

import pytest
from lxml import html

from seapgen import resources
from seapgen.cli.explanation import explanation_json
from seapgen.model.errors import ExitCode
from seapgen.model.explanation import Explanation
from seapgen.model.order import Order
from seapgen.model.results import Cell
from seapgen.pipeline import build
from seapgen.study import Study, explained, study
from tests.support.command import seapgen
from tests.support.places import EXAMPLES, TESTS
from tests.support.printed import number_in, reading

PROGRAMMES = {"turin": EXAMPLES / "turin", "montelago": TESTS / "programmes" / "specimen"}
LANGUAGES = ("en", "it")
DRAWN, SEED = 300, 20260101
COUNTS = ("count", "number")
OURS = "data/"  # reference data of the program; every other source is a file of the programme


@dataclass(frozen=True, slots=True)
class Place:
    """A number in a built page: whose page, in which language, its id, what a reader sees, and the exact value beside it."""

    programme: str
    language: str
    scope: str
    path: str
    text: str
    exact: str


@cache
def studied(programme: str) -> Study:
    """The programme, computed."""
    return study(PROGRAMMES[programme])


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> tuple[Place, ...]:
    """Every place of every page that carries an id."""
    out = tmp_path_factory.mktemp("pages")
    found: list[Place] = []
    for name, folder in PROGRAMMES.items():
        build(folder, out / name, Order(formats=("html",), draft=True))
        for language in LANGUAGES:
            found += places(name, language, (out / name / f"seap/{name}/{language}/seap-{name}-{language}.html").read_bytes())
    return tuple(found)


def places(programme: str, language: str, page: bytes) -> Iterator[Place]:
    """The numbers of one page; an id without scope is the page's own."""
    tree = html.document_fromstring(page.decode("utf-8"))
    own = tree.get("data-scope")
    for each in tree.iter():
        if (id_ := each.get("data-figure")) is not None:
            scope, _, path = (id_ if ":" in id_ else f"{own}:{id_}").partition(":")
            yield Place(programme, language, scope, path, str(each.xpath("string()")), each.get("data-value") or "")


@pytest.fixture(scope="module")
def drawn(pages: tuple[Place, ...]) -> list[Place]:
    """300 places at random, with a seed that does not change."""
    return random.Random(SEED).sample(pages, DRAWN)


def explanation(place: Place) -> Explanation:
    """What `seapgen explain` is made from."""
    return explained(studied(place.programme), place.scope.removeprefix("municipality/"), place.path)


def leaves(found: Explanation) -> Iterator[tuple[str, Cell]]:
    """Everything that went in and was not computed, each with the name of the formula that it went into."""
    for each in found.inputs:
        if isinstance(each, Cell):
            yield found.formula.name, each
        else:
            yield from leaves(each)


def test_there_are_more_places_than_are_drawn(pages: tuple[Place, ...]) -> None:
    """Over two thousand numbers stand in the four pages, with over six hundred different ids."""
    ids = {(p.scope, p.path) for p in pages}

    assert (len(pages) > 2000, len(ids) > 600) == (True, True), (len(pages), len(ids))


def test_every_id_of_the_pages_can_be_explained(pages: tuple[Place, ...]) -> None:
    """Not only those that are drawn: no number stands in a page that nobody can trace."""
    unknown = []
    for each in set(pages):
        try:
            explanation(each)
        except KeyError:
            unknown.append(f"{each.scope}:{each.path}")

    assert sorted(unknown) == []


def test_the_formula_gives_the_value_that_the_page_carries(drawn: list[Place]) -> None:
    """Evaluated again from its inputs, every formula gives the page's exact value, digit for digit."""
    wrong = [p for p in drawn if not explanation(p).holds or as_page(explanation(p).value) != p.exact]

    assert wrong == []


def as_page(value: Decimal | date | tuple[Decimal, Decimal]) -> str:
    """An exact value as the page writes it beside the number."""
    if isinstance(value, tuple):
        return "/".join(format(part, "f") for part in value)
    return value.isoformat() if isinstance(value, date) else format(value, "f")


def test_what_is_printed_is_the_explained_value_rounded(drawn: list[Place]) -> None:
    """A reader who knows only the language's marks reads the exact value in the page, rounded to the digits that are seen."""
    wrong = [
        (p, found.value)
        for p in drawn
        if isinstance((found := explanation(p)).value, Decimal) and not reading(p.text, p.language).rounds(found.value)
    ]

    assert wrong == []


def test_explain_prints_what_the_page_prints(drawn: list[Place]) -> None:
    """The same letters, but for an article before it and a unit after it; tiles, tables and counts may show other digits."""
    other = [(p.text, said) for p in drawn if number_in(p.text) != number_in(said := printed(p)) and not in_words(p)]
    unlike = [(text, said) for text, said in other if not likewise(text, said)]

    assert unlike == []
    assert len(other) < DRAWN / 10


def printed(place: Place) -> str:
    """What `explain --json` says is printed in the language of the page."""
    found = explanation_json(explanation(place), LANGUAGES)
    assert isinstance(found, dict)
    said = found["printed"]
    assert isinstance(said, dict)
    return str(said[place.language])


def in_words(place: Place) -> bool:
    """Whether a number stands in a sentence as a word."""
    return not any(letter.isdigit() for letter in place.text)


def likewise(text: str, said: str) -> bool:
    """Whether two prints of one number show nearly the same digits: one shows more of them, or thousands and millions."""
    one, other = (Decimal("0." + re.sub(r"\D", "", number_in(each)).lstrip("0")) for each in (text, said))
    return abs(one - other) < Decimal("0.01")


def test_every_leaf_is_a_cell_that_holds_the_value(drawn: list[Place]) -> None:
    """Down to the last input, an explanation names file, line and column, and there the value stands."""
    cells = {(p.programme, name, str(leaf.source)): leaf for p in drawn for name, leaf in leaves(explanation(p))}
    wrong = [(*key, leaf.value) for key, leaf in cells.items() if not holds(key[0], key[1], leaf)]

    assert len(cells) > 200
    assert wrong == []


def holds(programme: str, formula: str, leaf: Cell) -> bool:
    """Whether the leaf's value stands in its cell; a count adds ones and zeros for the cells that it looked at."""
    if not (leaf.source.line and leaf.source.column):
        return False
    cell = cell_text(programme, leaf)
    if formula in COUNTS:
        return leaf.value in (0, 1)
    if isinstance(leaf.value, date):
        return cell.startswith(leaf.value.isoformat())
    return leaf.value in (number_of(cell), year_of(cell))


def cell_text(programme: str, leaf: Cell) -> str:
    """What stands at a place: the field of a table, or the rest of a line from the column on."""
    root = resources.data().parent if leaf.source.file.startswith(OURS) else PROGRAMMES[programme]
    line = (root / leaf.source.file).read_text(encoding="utf-8-sig").splitlines()[leaf.source.line - 1]
    if leaf.source.file.endswith(".csv"):
        return next(csv.reader([line]))[leaf.source.column - 1]
    return line[leaf.source.column - 1 :]


def number_of(cell: str) -> Decimal | None:
    """The number that a cell begins with."""
    found = re.match(r"-?\d+(\.\d+)?", cell.strip().strip("\"'"))
    return Decimal(found.group()) if found else None


def year_of(cell: str) -> int | None:
    """The year of a date: reports are counted from the year of the approval."""
    found = re.match(r"(\d{4})-\d\d-\d\d", cell)
    return int(found.group(1)) if found else None


def test_only_nothing_has_no_leaf(pages: tuple[Place, ...]) -> None:
    """A sum without parts is zero; everything else names at least one cell."""
    empty = {p.path for p in pages if not list(leaves(explanation(p))) and explanation(p).value != 0}

    assert empty == set()


@pytest.mark.parametrize("number", range(6))
def test_the_command_says_the_same(number: int, drawn: list[Place]) -> None:
    """`seapgen explain … --json` in a process of its own gives the value of the page and its printed form."""
    place = drawn[number]

    run = seapgen("explain", str(PROGRAMMES[place.programme]), f"{place.scope}:{place.path}", "--json")
    assert run.returncode == ExitCode.OK, run.stderr
    said = json.loads(run.stdout, parse_float=Decimal, parse_int=Decimal)
    value = said["value"]
    exact = tuple(value) if isinstance(value, list) else date.fromisoformat(value) if isinstance(value, str) else value

    assert (as_page(exact), said["printed"][place.language]) == (place.exact, printed(place))
