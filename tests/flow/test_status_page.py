"""The status as a page: the same facts, for everybody to read."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from seapgen.model.order import Order
from seapgen.pipeline import build
from seapgen.status import status, status_page
from tests.support.check_report import SPECIMEN
from tests.support.status import relay
from tests.support.validators import browser_problems, html_problems
from tests.support.web_page import squeezed, tree


@pytest.fixture(scope="module")
def programme(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A municipality in every state."""
    return relay(tmp_path_factory.mktemp("status"))


@pytest.fixture(scope="module")
def page(programme: Path) -> bytes:
    """Its page in English, without documents."""
    return page_of(programme)


def page_of(programme: Path, wish: str = "en", out: Path = Path("nothing-here")) -> bytes:
    """The page of a programme in a language."""
    return status_page(status(programme, out), wish)


def rows(page: bytes) -> dict[str, list[str]]:
    """The cells of the table by the name of the municipality, as they are read aloud."""
    (table,) = tree(page).find_class("matrix")
    found = table.xpath(".//tr[td]")
    return {squeezed(row.findtext("th/span")): [squeezed(td.text_content()) for td in row.findall("td")] for row in found}


def test_every_stage_of_every_municipality_is_told(page: bytes) -> None:
    """With its day, and how late it was or is; what a sign says is there in words."""
    found = rows(page)

    assert found["Tardy"] == ["15 July 2012 (done)15 days late", "done", "not yet", "20 January 2013 (done)20 days late"]
    assert found["Wrong"] == [
        "12 June 2012 (done)",
        "2 errors (has errors)overdue for 230 days",
        "not yet",
        "not yetoverdue for 77 days",
    ]
    assert found["Silent"][0] == "not yetoverdue for 261 days"
    assert len(found) == 8


def test_the_funnel_counts_municipalities(page: bytes) -> None:
    """Returned, checked, drafted, approved of eight."""
    (funnel,) = tree(page).find_class("funnel")

    assert [squeezed(li.findtext("b") or "") for li in funnel.findall("li")] == ["6", "5", "0", "2"]
    assert {svg.get("viewbox") for svg in funnel.iter("svg")} == {"0 0 8 10"}


def test_the_next_steps_name_who_and_what(page: bytes) -> None:
    """An agency's calls are one thing to do; a language without catalogue is seapgen's own."""
    (todo,) = tree(page).find_class("todo")
    said = [squeezed(li.text_content()) for li in todo.findall("li")]

    for wanted in (
        "Hill-Agency asks Silent for the return. overdue for 261 days",
        "Wrong corrects 2 errors in its data. overdue for 230 days",
        "garbled corrects 1 error in its data. overdue for 230 days",
        "seapgen has no words yet in Swedish; 1 document waits for them.",
    ):
        assert wanted in said, wanted


def test_the_next_step_is_tinted_once(page: bytes) -> None:
    """In every row where something is left to do."""
    (table,) = tree(page).find_class("matrix")

    assert {len(row.find_class("next")) for row in table.xpath(".//tr[td]")} == {1}


def test_drafts_in_some_of_their_languages_are_told_apart(tmp_path: Path) -> None:
    """English is made, Italian not yet; the joint plan counts for both of its members."""
    programme = relay(tmp_path, is_garbled=False)
    build(programme, tmp_path / "out", Order(languages=("en",), formats=("html",), draft=True, keep_going=True))
    page = page_of(programme, out=tmp_path / "out")

    assert rows(page)["Punctual"][2] == "en (in part)"
    assert "0, 5 in part" in {squeezed(b.text or "") for b in tree(page).iter("b")}


def test_a_file_that_stops_every_document_is_told_at_the_top(tmp_path: Path) -> None:
    """A programme with an error in its own files."""
    programme = Path(shutil.copytree(SPECIMEN, tmp_path / "specimen"))
    head = programme / "programme.yaml"
    head.write_text(head.read_text(encoding="utf-8").replace("agency: adria-agency", "agency: nobody", 1), encoding="utf-8")
    (alarm,) = tree(page_of(programme)).find_class("alarm")

    assert alarm.text == "1 error in files of the programme stops every document."


def test_the_page_speaks_the_wished_language_and_marks_what_it_cannot(programme: Path) -> None:
    """Names stay as they are; what people wrote in another language is tagged."""
    root = tree(page_of(programme, "it"))

    assert root.get("lang") == "it-IT"
    assert squeezed(root.find_class("eyebrow")[0].text_content()).startswith("La staffetta ·")
    assert {span.get("lang") for span in root.xpath("//th/span[.='Norra']")} == {"sv"}


def test_a_page_is_the_same_twice(programme: Path) -> None:
    """Same programme, same bytes."""
    assert page_of(programme) == page_of(programme)


def test_hostile_names_are_letters_on_the_page(tmp_path: Path) -> None:
    """Nothing of a name becomes an element."""
    programme = relay(tmp_path)
    path = programme / "municipalities" / "silent" / "municipality.yaml"
    hostile = "</th><script>alert(1)</script><img src=x onerror=alert(1)> {{ 7*7 }} & `x`"
    path.write_text(path.read_text(encoding="utf-8").replace("Silent", f'"{hostile}"'), encoding="utf-8")
    page = page_of(programme)

    assert hostile in rows(page)
    assert len(tree(page).findall(".//script")) == 1
    assert tree(page).xpath("//img | //@onerror | //@style") == []


@pytest.fixture(scope="module")
def pages(programme: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Pages as files: every state in English and Italian, and a programme without deadlines long before anything."""
    folder = tmp_path_factory.mktemp("pages")
    (folder / "relay.html").write_bytes(page_of(programme))
    (folder / "relay-it.html").write_bytes(page_of(programme, "it"))
    (folder / "early.html").write_bytes(status_page(status(SPECIMEN, Path("nothing-here"), date(2000, 1, 1)), "en"))
    return folder


@pytest.mark.slow
def test_pages_are_valid_html(pages: Path) -> None:
    """The Nu checker of the W3C finds no error in markup and style."""
    assert html_problems(sorted(pages.iterdir())) == []


@pytest.mark.slow
def test_a_browser_finds_nothing_wrong(pages: Path) -> None:
    """WCAG 2.2 AA in light and dark on phone and desk; no sideways scrolling; focus always seen; a silent console."""
    assert browser_problems(pages, ["relay.html", "early.html"]) == []
