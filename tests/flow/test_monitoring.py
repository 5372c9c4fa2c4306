"""The monitoring chapter in finished documents: there where an inventory was made again, the same in all formats, and traced."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from lxml import html

from seapgen.model.artifact import Format
from seapgen.model.chart import PathChart, WaterfallChart
from seapgen.model.document import Chapter, FigureBlock, Paragraph, Table
from seapgen.model.inline import FigureInline, plain, walk
from seapgen.model.order import Order
from seapgen.pipeline import build
from seapgen.study import explained, study
from tests.support.finished.chart import exact
from tests.support.finished.compare import native
from tests.support.finished.docx_charts import word_charts
from tests.support.finished.html_charts import page_charts
from tests.support.finished.pdf import drawn_texts
from tests.support.monitored import MONITORED
from tests.support.places import EXAMPLES, TESTS
from tests.support.plans import plan
from tests.support.situations import TARGET, Situation

NEW = {"chart.trend", "chart.causes", "monitoring.series", "monitoring.by_sector", "monitoring.status"}
FORMATS: tuple[Format, ...] = ("docx", "pdf", "html")


def ids(folder: Path, place: str) -> set[str]:
    """The ids of tables and figures of a plan."""
    return {n.id for n in walk(plan(folder, place, "en", draft=True).blocks) if isinstance(n, Table | FigureBlock)}


def made(situation: str, folder: Path) -> Path:
    """The programme of a situation."""
    return MONITORED[situation].write(folder)


@pytest.mark.parametrize(
    ("folder", "place"),
    [
        (EXAMPLES / "turin", "turin"),
        (TESTS / "programmes" / "minimal", "town"),
        (TESTS / "programmes" / "specimen", "portoverde"),
    ],
)
def test_nothing_of_it_stands_where_no_inventory_was_made_again(folder: Path, place: str) -> None:
    """Plans with one inventory have none of its tables and charts."""
    assert not ids(folder, place) & NEW


@pytest.mark.parametrize("situation", ["other-sectors-later", "other-way-of-counting"])
def test_what_cannot_be_compared_is_not_drawn(situation: str, tmp_path: Path) -> None:
    """No chart and no table of changes where units or sectors differ."""
    assert not ids(made(situation, tmp_path), "valfiore") & NEW


def test_a_second_inventory_brings_all_of_it(tmp_path: Path) -> None:
    """Both charts and all tables."""
    assert ids(made("fall-since-the-baseline", tmp_path), "valfiore") >= NEW


LATER = "inventories: [{year: 2010, kind: baseline, factor_set: com2010-ipcc-co2}, {year: 2014, kind: monitoring, factor_set: com2010-ipcc-co2}]\n"
COLUMNS = "inventory_year,sector,carrier,quantity,unit,notation\n"
HOMES = "2010,residential,natural_gas,900,MWh,\n2014,residential,natural_gas,800,MWh,\n"


@pytest.mark.parametrize(
    ("row", "compared"),
    [
        ("2014,tertiary,natural_gas,100,MWh,\n", False),
        ("2014,tertiary,natural_gas,100,MWh,\n2010,tertiary,natural_gas,,,NO\n", True),
        ("2014,tertiary,natural_gas,100,MWh,\n2010,tertiary,natural_gas,,,NE\n", False),
    ],
)
def test_what_does_not_occur_is_covered(row: str, compared: bool, tmp_path: Path) -> None:
    """A sector that one inventory leaves out forbids comparing, unless it says that the sector does not occur."""
    folder = Situation(LATER, {"consumption.csv": COLUMNS + HOMES + row}).write(tmp_path)

    assert ("chart.trend" in ids(folder, "valfiore")) is compared


@pytest.mark.parametrize(
    ("later", "said"), [("90010", "hardly changed"), ("89990", "hardly changed"), ("90100", "have risen by 0.1%")]
)
def test_a_change_that_prints_as_nothing_is_none(later: str, said: str, tmp_path: Path) -> None:
    """No sentence says that emissions rose by 0.0 %."""
    rows = f"2010,residential,natural_gas,90000,MWh,\n2014,residential,natural_gas,{later},MWh,\n"
    folder = Situation(LATER, {"consumption.csv": COLUMNS + rows}).write(tmp_path)
    chapter = next(
        b for b in plan(folder, "valfiore", "en", draft=True).blocks if isinstance(b, Chapter) and b.id == "monitoring"
    )

    assert said in plain(chapter.lead)


def test_a_target_from_another_year_is_no_line(tmp_path: Path) -> None:
    """The line of the target starts from the first inventory, or there is none."""
    late = LATER.replace("2010", "2009", 1) + TARGET
    files = {"consumption.csv": COLUMNS + HOMES.replace("2010", "2009") + "2010,residential,natural_gas,900,MWh,\n"}
    folder = Situation(late.replace("[", "[{year: 2010, kind: inventory, factor_set: com2010-ipcc-co2}, ", 1), files).write(
        tmp_path
    )
    blocks = walk(plan(folder, "valfiore", "en", draft=True).blocks)
    chart = next(n.content for n in blocks if isinstance(n, FigureBlock) and n.id == "chart.trend")

    assert isinstance(chart, PathChart)
    assert all(not line.planned for line in chart.series)


SHOPS = "2010,tertiary,electricity,500,MWh,\n2014,tertiary,electricity,450,MWh,{}\n"


def said(rows: str, folder: Path) -> str:
    """The text of the monitoring chapter for a town with these rows."""
    folder.mkdir(exist_ok=True)
    made = Situation(LATER, {"consumption.csv": COLUMNS + rows}).write(folder)
    chapter = next(b for b in plan(made, "valfiore", "en", draft=True).blocks if isinstance(b, Chapter) and b.id == "monitoring")
    return "\n".join(plain(n.children) for n in walk(chapter.blocks) if isinstance(n, Paragraph))


def test_confidential_amounts_leave_totals_but_no_causes_and_sectors(tmp_path: Path) -> None:
    """What would tell them is neither said nor drawn; without them it is."""
    open_, closed = (said(HOMES + SHOPS.format(key), tmp_path / (key or "open")) for key in ("", "C"))

    assert ("causes together" in open_, "causes together" in closed) == (True, False)
    assert ("most in" in open_, "most in" in closed) == (True, False)
    assert "From 2010 to 2014 emissions fell by" in closed


def test_a_confidential_whole_is_not_compared(tmp_path: Path) -> None:
    """Where the only amount of a year is confidential, the chapter says why there is no comparison."""
    found = said(HOMES.replace("2014,residential,natural_gas,800,MWh,", "2014,residential,natural_gas,800,MWh,C"), tmp_path)

    assert "The inventories of 2010 and 2014 are not compared, because this would tell confidential amounts." in found


def test_money_is_told_without_a_second_inventory(tmp_path: Path) -> None:
    """An action report comes two years before the inventory: only the table of the actions."""
    assert ids(made("money-spent", tmp_path), "valfiore") & NEW == {"monitoring.status"}


def test_cancelled_actions_avoid_nothing(tmp_path: Path) -> None:
    """Their row has the money that they have cost, but no tonnes; the total leaves them out."""
    blocks = walk(plan(made("money-spent", tmp_path), "valfiore", "en", draft=True).blocks)
    table = next(n for n in blocks if isinstance(n, Table) and n.id == "monitoring.status")

    assert [[plain(cell) for cell in row.cells][2:] for row in table.rows[-2:]] == [
        ["60,000", "4,000", "–"],
        ["410,000", "340,500", "1,610"],
    ]


def test_three_inventories_are_three_points(tmp_path: Path) -> None:
    """Each line goes through all of them; the target ends in its own year."""
    blocks = walk(plan(made("three-inventories", tmp_path), "valfiore", "en", draft=True).blocks)
    chart = next(n.content for n in blocks if isinstance(n, FigureBlock) and n.id == "chart.trend")

    assert isinstance(chart, PathChart)
    assert [[p.year for p in line.points] for line in chart.series] == [[2010, 2014, 2018], [2010, 2014, 2018], [2010, 2020]]


def test_the_steps_lead_from_one_inventory_to_the_other(tmp_path: Path) -> None:
    """The first total and all changes make the last total, exactly."""
    blocks = walk(plan(made("three-inventories", tmp_path), "valfiore", "en", draft=True).blocks)
    chart = next(n.content for n in blocks if isinstance(n, FigureBlock) and n.id == "chart.causes")
    assert isinstance(chart, WaterfallChart)
    values = [step.value.value for step in chart.steps if isinstance(step.value, FigureInline)]

    assert sum((v for v in values[:-1] if isinstance(v, Decimal)), Decimal(0)) == values[-1]


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """A plan of a town with three inventories in every format, and its programme's folder."""
    folder = made("three-inventories", tmp_path_factory.mktemp("monitored"))
    build(folder, folder / "out", Order(languages=("en",), formats=FORMATS, draft=True))
    stem = folder / "out/seap/valfiore/en/seap-valfiore-en"
    return {form: stem.with_name(f"{stem.name}.{form}").read_bytes() for form in FORMATS}


def test_charts_are_the_same_in_word_and_page(finished: dict[str, bytes]) -> None:
    """Every exact value, chart by chart."""
    pairs = list(zip(word_charts(finished["docx"]), page_charts(finished["html"]), strict=True))

    assert len(pairs) > 4
    assert [exact(word.values()) == exact(native(word, page)) for word, page in pairs] == [True] * len(pairs)


def test_the_drawings_are_in_the_pdf(finished: dict[str, bytes]) -> None:
    """The names of both lines and of the causes are printed in it."""
    drawn = " ".join(drawn_texts(finished["pdf"]))

    assert [name for name in ("Updated electricity factor", "Energy per inhabitant", "15,689") if name not in drawn] == []


def test_every_number_of_the_page_is_explained(finished: dict[str, bytes], tmp_path: Path) -> None:
    """Changes, causes and shares go back to cells, and their formulas give them again."""
    about = study(made("three-inventories", tmp_path))
    tree = html.document_fromstring(finished["html"].decode("utf-8"))
    paths = {id_.rpartition(":")[2] for each in tree.iter() if (id_ := each.get("data-figure"))}
    trends = {path for path in paths if path.startswith("trend.")}

    assert len(trends) > 25
    assert [path for path in trends if not explained(about, "valfiore", path).holds] == []
