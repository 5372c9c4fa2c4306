"""Findings become a report: grouped, ordered, said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

import pytest

from seapgen.compose.report.compose import compose_report, letters
from seapgen.compose.report.speech import Speech
from seapgen.compose.report.standings import measure, rank, standing_of
from seapgen.compute.percentile import percentile
from seapgen.localise.language import load_language
from seapgen.model.errors import MissingTranslationError
from seapgen.model.excerpt import Excerpt, ShownRow, Spot
from seapgen.model.finding import Finding, Severity, Stage
from seapgen.model.message import Figure, Message, Verbatim, Words, msg
from seapgen.model.peers import Distribution
from seapgen.model.report import Checked, Report, ReportedFinding, RuleWords, Said
from seapgen.model.source import Source
from seapgen.model.units import Unit

D = Decimal
ENGLISH = load_language("en")
FILE = "municipalities/town/consumption.csv"
FOUND = Finding("E7", Stage.INVENTORY, Severity.ERROR, Source(FILE, 8, 6), msg("Too much."), "town", proposal=msg("Divide it."))
SPREAD = Distribution(
    "IT", "10000_50000", "energy_mwh_per_capita.residential", 1152, tuple(map(D, ("1", "2", "4", "8", "12", "20", "40"))),
    Source("data/peers.csv", 9),
)  # fmt: skip


def report(*found: Finding, excerpts: Mapping[Spot, Excerpt] | None = None, **rules: RuleWords) -> Report:
    """A report of findings, without a programme."""
    return compose_report(Checked(found, Stage.PLAN, excerpts or {}, rules), ENGLISH, ENGLISH)


def only(made: Report) -> ReportedFinding:
    """The one finding of a report."""
    ((file,),) = (town.files for town in made.municipalities)
    (finding,) = file.findings
    return finding


def at(line: int, column: int = 1, file: str = FILE, municipality: str = "town") -> Finding:
    """A finding at a place, with a message of its own."""
    return replace(FOUND, source=Source(file, line, column), municipality=municipality, message=msg("At {n}.", n=str(line)))


def among(value: str) -> Finding:
    """A finding about a value among peers."""
    return replace(FOUND, value=Figure("", D(value), Unit.MWH_PER_HEAD), among=SPREAD)


def test_findings_stand_by_municipality_file_and_place() -> None:
    """The programme's own files come first, then municipalities by name; inside a file the lines give the order."""
    other = "municipalities/abbey/actions.csv"
    mild = replace(at(2), severity=Severity.WARNING)
    made = report(at(9), mild, at(0, 0), at(3, file=other, municipality="abbey"), at(1, file="programme.yaml", municipality=""))

    assert [(t.id, [(f.name, [x.line for x in f.findings]) for f in t.files]) for t in made.municipalities] == [
        ("", [("programme.yaml", [1])]), ("abbey", [(other, [3])]), ("town", [(FILE, [0, 2, 9])]),
    ]  # fmt: skip


def test_every_anchor_is_there_once_and_needs_no_escape() -> None:
    """Also where a folder's name is no id, and where one id looks like another's finding."""
    found = [at(n, file=f"{m}/c.csv", municipality=m) for m in ("a", "a.1", "a-1", "due torri", "") for n in (1, 2)]
    made = report(*found)
    anchors = [x for t in made.municipalities for x in (t.anchor, *(f.anchor for file in t.files for f in file.findings))]

    assert len(set(anchors)) == len(anchors) == 15
    assert all(a.replace(".", "").replace("-", "").isalnum() and a.isascii() for a in anchors)


def test_what_says_the_same_of_a_place_stands_once() -> None:
    """As on the screen."""
    assert only(report(FOUND, FOUND)).code == "E7"


def test_counts_are_those_of_the_municipality() -> None:
    """Errors, warnings, remarks; an accepted finding is a remark."""
    found = [FOUND, replace(at(3), severity=Severity.WARNING), replace(at(4), accepted=True)]
    made = report(*found)

    assert made.municipalities[0].counts == made.counts == {Severity.ERROR: 1, Severity.WARNING: 1, Severity.INFO: 1}
    assert made.municipalities[0].summary == Said("1 error, 1 warning, 1 remark")


def test_a_rule_gives_the_title_and_its_reason() -> None:
    """A code of loading has no title: its fact is one."""
    rule = RuleWords(msg("A thousand times too large"), msg("Typed in kWh."))
    ruled, loaded = report(FOUND, E7=rule), report(replace(FOUND, code="L45"), E7=rule)

    assert (only(ruled).title.text, only(ruled).message.text) == ("A thousand times too large", "Too much.")
    assert [(r.code, r.help.text) for r in ruled.rules] == [("E7", "Typed in kWh.")]
    assert (only(loaded).title.text, only(loaded).message, loaded.rules) == ("Too much.", Said(""), ())


@pytest.mark.parametrize(
    ("line", "column", "columns", "place"),
    [(8, 6, (1, 6), "Line 8, column F"), (8, 6, (), "Line 8, character 6"), (8, 0, (1, 6), "Line 8"), (0, 0, (), "")],
)
def test_a_place_is_named_as_the_file_is_opened(line: int, column: int, columns: tuple[int, ...], place: str) -> None:
    """A field of a table by the letter of a spreadsheet, a letter of a text by its number."""
    finding = replace(FOUND, source=Source(FILE, line, column))
    excerpt = Excerpt((ShownRow(8, ("a", "b")[: len(columns)]),), columns, ("id", "quantity")[: len(columns)])

    assert only(report(finding, excerpts={(finding.code, finding.source): excerpt})).place.text == place


@pytest.mark.parametrize(("column", "name"), [(1, "A"), (26, "Z"), (27, "AA"), (52, "AZ"), (53, "BA"), (702, "ZZ"), (703, "AAA")])
def test_columns_are_counted_as_spreadsheets_do(column: int, name: str) -> None:
    """A to Z, then AA."""
    assert letters(column) == name


def test_the_row_is_shown_with_letters_heads_and_the_languages_of_texts() -> None:
    """The place's own column is known."""
    excerpt = Excerpt((ShownRow(8, ("A01", "Luce")),), (1, 6), ("id", "title.it"))
    finding = only(report(FOUND, excerpts={(FOUND.code, FOUND.source): excerpt}))

    assert finding.rows == excerpt.rows
    assert [(c.letter, c.name, c.language, c.is_own) for c in finding.columns] == [
        ("A", "id", "", False),
        ("F", "title.it", "it", True),
    ]


def test_an_accepted_finding_says_why_and_proposes_nothing() -> None:
    """Its reason is in the language that people wrote it in."""
    finding = only(report(replace(FOUND, accepted=True, reason=Words({"it": "Va bene."}))))

    assert (finding.kind, finding.word.text, finding.proposal) == ("accepted", "Accepted", Said(""))
    assert finding.reason == Said("Va bene.", "it")


class Wordless:
    """A language that has no words for anything that is said."""

    code, tag = "xx", "xx"

    def say(self, message: Message) -> str:
        """Refuses."""
        raise MissingTranslationError([])

    show = say


def test_what_has_no_words_is_said_in_english_and_marked() -> None:
    """A finding must be read in any case, and read aloud rightly."""
    speech = Speech(Wordless(), ENGLISH)  # type: ignore[arg-type]

    assert speech.say(msg("Too much.")) == Said("Too much.", "en-GB")
    assert speech.show(Verbatim("x")) == Said("x", "en-GB")


@pytest.mark.parametrize(
    ("value", "share"),
    [("0.5", "under 1%"), ("1", "under 1%"), ("3", "about 15%"), ("8", "about 50%"), ("10", "about 63%"), ("40", "about 99%"), ("41", "over 99%")],
)  # fmt: skip
def test_the_place_among_peers_is_told_as_far_as_it_is_known(value: str, share: str) -> None:
    """Between percentiles by a straight line; beyond the outer ones only that it lies there."""
    standing = standing_of(among(value), Speech(ENGLISH, ENGLISH))

    assert standing is not None
    assert standing.share.text == share


def test_a_standing_names_measure_median_span_and_peers() -> None:
    """All in the unit of the value."""
    standing = standing_of(among("10"), Speech(ENGLISH, ENGLISH))

    assert standing is not None
    said = (standing.measure, standing.own, standing.median, standing.usual, standing.peers)
    assert [s.text.replace("\u00a0", " ") for s in said] == [
        "Energy per inhabitant, residential buildings", "10.00 MWh", "8.00 MWh", "2.00 MWh to 20.00 MWh",
        "1,152 signatories of similar size in Italy",
    ]  # fmt: skip


@pytest.mark.parametrize("value", ["1.7", "2", "3.3", "7.9", "11", "19.99", "39"])
def test_the_rank_is_the_figure_that_documents_print(value: str) -> None:
    """The drawing and the registered formula agree."""
    around = SPREAD.around(D(value))
    assert around is not None
    low, high = around

    assert rank(D(value), SPREAD) == percentile(D(value), D(low.percent), low.value, D(high.percent), high.value)


def test_every_measure_of_findings_has_a_name_of_its_own() -> None:
    """Two measures never look alike."""
    sectors = ("municipal", "tertiary", "residential", "transport")
    metrics = [
        "energy_mwh_per_capita", "energy_mwh_per_capita.key_sectors", "energy_mwh_per_capita.buildings.networks",
        "energy_mwh_per_capita.buildings.fuels", "emissions_t_per_capita", "residential_tertiary_ratio",
        *(f"energy_mwh_per_capita.{s}" for s in sectors), *(f"energy_share_pct.{s}" for s in sectors),
    ]  # fmt: skip

    assert len({ENGLISH.say(measure(metric)) for metric in metrics}) == len(metrics)


def test_a_value_without_peers_has_no_standing() -> None:
    """Most findings speak of no value that could be compared."""
    assert only(report(FOUND)).standing is None
