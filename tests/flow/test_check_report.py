"""The check report: every finding at its place, with the row, the way out and the place among peers; for everybody to read."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from seapgen.model.finding import Severity
from seapgen.model.verdict import counts, worst_first
from tests.support.check_report import FAULTS, SPECIMEN, Shown, faulty, findings_of, page_of, shown
from tests.support.nasty import BEYOND_THE_FONT, FORBIDDEN, PRINTABLE
from tests.support.nasty_programme import TOWN, slots, write
from tests.support.places import TESTS
from tests.support.validators import browser_problems, html_problems
from tests.support.web_page import tree

CASES = TESTS / "cases"


@pytest.fixture(scope="module")
def programme(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A programme with a slip in six files."""
    return faulty(tmp_path_factory.mktemp("report"))


@pytest.fixture(scope="module")
def report(programme: Path) -> list[Shown]:
    """Its findings as the page shows them."""
    return shown(page_of(programme))


def test_every_finding_is_on_the_page_once(programme: Path, report: list[Shown]) -> None:
    """No rule is cut short: file and line, as often as the command finds them."""
    wanted = Counter((f.source.file, f.source.line) for f in worst_first(findings_of(programme)))
    found = Counter(
        (s.file, int(s.place.split(",")[0].removeprefix("Line ")) if s.place.startswith("Line") else 0) for s in report
    )

    assert wanted == found
    assert set(FAULTS) <= {file for file, _ in found}


@pytest.mark.parametrize(
    ("file", "hit"),
    [
        (f"{TOWN}/consumption.csv", "540000"), (f"{TOWN}/actions.csv", "many"), (f"{TOWN}/municipality.yaml", "agency: adria"),
        (f"{TOWN}/prose.en.md", "# strategy.division"), ("municipalities/portoverde/sector_totals.csv", "households"),
        ("agencies/adria-agency/agency.yaml", "country: Italy"),
    ],
)  # fmt: skip
def test_a_slip_is_shown_in_its_row(report: list[Shown], file: str, hit: str) -> None:
    """The framed cell, or the framed line of a text, is what somebody typed."""
    assert hit in {s.hit for s in report if s.file == file}


def test_a_finding_shows_fact_limit_way_out_and_place_among_peers(report: list[Shown]) -> None:
    """An amount a thousand times too large stands above all others."""
    (finding,) = (s for s in report if s.hit == "540000" and "A thousand times too large" in s.text)

    for part in (
        "Line 5, column F",
        "Found",
        "Limit",
        "If kWh have been typed as MWh",
        "over 99%",
        "signatories of similar size in Italy",
    ):
        assert part in finding.text, part


def test_the_overview_counts_what_the_command_counts(programme: Path) -> None:
    """Errors, warnings, remarks, returns without findings."""
    page = tree(page_of(programme))
    (summary,) = page.find_class("summary")
    found = counts(worst_first(findings_of(programme)))

    assert [dd.text for dd in summary.iter("dd")] == [*(str(found[s.value]) for s in Severity), "0"]


def test_the_swapped_rows_of_vinkovci_are_shown_among_their_peers() -> None:
    """R1 stands at the larger row with the ratio, its median and how rare it is."""
    (finding,) = (s for s in shown(page_of(CASES / "vinkovci_2011_submitted")) if "Rule R1" in s.text)

    assert "Residential buildings against tertiary buildings" in finding.text
    assert "swapped" in finding.text


def test_a_municipality_without_findings_has_its_places_too() -> None:
    """Portoverde of the specimen: nothing to mend, two measures to compare."""
    page = tree(page_of(SPECIMEN))
    section = page.get_element_by_id("town.portoverde")

    assert "No findings." in section.text_content()
    assert [th.text for th in section.xpath(".//table[@class='places']//th[@scope='row']")] == [
        "Energy per inhabitant", "Emissions per inhabitant",
    ]  # fmt: skip


def test_a_programme_that_cannot_be_read_has_a_report(tmp_path: Path) -> None:
    """Its head is broken: the findings and their lines are there, without title and peers."""
    (tmp_path / "programme.yaml").write_text("id: x\n  broken: [\n", encoding="utf-8")
    (finding,) = shown(page_of(tmp_path))

    assert ("error", "programme.yaml") == (finding.kind, finding.file)
    assert "broken" in finding.text


def test_a_report_is_the_same_twice(programme: Path) -> None:
    """Same programme, same bytes."""
    assert page_of(programme) == page_of(programme)


def nasty_town(folder: Path) -> Path:
    """The specimen with a hostile text in every field of a town, its ids, codes and notation keys among them."""
    texts = [*PRINTABLE, *BEYOND_THE_FONT, *(f"a{letter}b" for letter in FORBIDDEN.values())]
    inside = [slot for slot in slots() if slot.file.startswith(TOWN)]
    return write(folder, {slot: texts[n % len(texts)] for n, slot in enumerate(inside)})


def test_hostile_texts_are_letters_on_the_page(tmp_path: Path) -> None:
    """Every shown cell is what stands in the file; nothing of it has become an element."""
    root = faulty(tmp_path)
    hostile = "</td></table><script>alert(1)</script><img src=x onerror=alert(1)> {{ 7*7 }} {% raw %} &amp; ' `x` =1+1"
    path = root / TOWN / "consumption.csv"
    rows = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join([*rows, f'2010,residential,"{hostile}",diesel,,many,MWh,,,,,"{hostile}"']) + "\n", encoding="utf-8")
    page = page_of(root)
    (finding,) = (s for s in shown(page) if s.hit == "many" and s.file.endswith("consumption.csv"))
    root = tree(page)

    assert finding.text.count(hostile) == 2
    assert len(root.findall(".//script")) == 1
    assert root.xpath("//img | //@onerror | //@style") == []


@pytest.fixture(scope="module")
def pages(programme: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Reports as files: many kinds of findings, in English and Italian; a real return; nasty texts; an unreadable programme."""
    folder = tmp_path_factory.mktemp("pages")
    nasty = nasty_town(tmp_path_factory.mktemp("nasty"))
    broken = tmp_path_factory.mktemp("broken")
    (broken / "programme.yaml").write_text("id: x\n  broken: [\n", encoding="utf-8")
    named = {"slips": programme, "ioannina": CASES / "ioannina_2019", "nasty": nasty, "broken": broken}
    for name, root in named.items():
        (folder / f"{name}.html").write_bytes(page_of(root))
    (folder / "slips-it.html").write_bytes(page_of(programme, "it"))
    return folder


@pytest.mark.slow
def test_reports_are_valid_html(pages: Path) -> None:
    """The Nu checker of the W3C finds no error in markup and style."""
    assert html_problems(sorted(pages.iterdir())) == []


@pytest.mark.slow
def test_a_browser_finds_nothing_wrong_with_reports(pages: Path) -> None:
    """WCAG 2.2 AA in light and dark on phone and desk; no sideways scrolling; focus always seen; a silent console."""
    assert browser_problems(pages, ["slips.html", "nasty.html"]) == []
