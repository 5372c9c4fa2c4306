"""The check report as a page: safe, whole, and readable without script."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

import pytest

from seapgen.model.excerpt import ShownRow
from seapgen.model.finding import Severity
from seapgen.model.report import (
    NOTHING,
    Report,
    ReportedFile,
    ReportedFinding,
    ReportedMunicipality,
    ReportedRule,
    Said,
    ShownColumn,
    Standing,
)
from seapgen.render.web.report import render_report
from tests.support.check_report import SPECIMEN, page_of
from tests.support.default_theme import default_theme
from tests.support.web_page import tree

HOSTILE = """</style></script><script>alert(1)</script><img src=x onerror=alert(1)>" onload='x' & {{ 7*7 }} {% raw %}"""
HARMLESS = "Kennwort"
FILE = "<b>&amp;{{ 7*7 }}.csv"
COUNTS = {Severity.ERROR: 1, Severity.WARNING: 0, Severity.INFO: 0}


class Labels(dict[str, Said]):
    """Every label is its own name."""

    def __missing__(self, name: str) -> Said:
        return Said(name)


def a_report(text: str, language: str = "") -> Report:
    """A report of one finding in which every text is the same."""
    said = Said(text, language)
    standing = Standing(said, said, said, said, said, said, Decimal("43.25"))
    column = ShownColumn("F", text, language, is_own=True)
    finding = ReportedFinding(
        "town.a.1", "error", "E7", said, said, said, said, 8, said, said, said, said, (ShownRow(8, (text,)),), (column,), standing
    )
    line = replace(finding, anchor="town.a.2", columns=(), standing=None)
    file = ReportedFile(FILE, language, (finding, line))
    town = ReportedMunicipality("a", "town.a", said, COUNTS, said, (file,), ((said, (standing,)),))
    return Report("en-GB", said, said, said, said, COUNTS, 0, (town,), (ReportedRule("E7", said, said),), Labels())


def rendered(report: Report) -> bytes:
    """The page in the theme that ships."""
    return render_report(report, default_theme())


def test_hostile_texts_stay_texts_wherever_they_stand() -> None:
    """Same elements and attributes as with a harmless text, and the letters stand where that stood."""
    hostile, harmless = tree(rendered(a_report(HOSTILE))), tree(rendered(a_report(HARMLESS)))

    assert [(e.tag, sorted(e.attrib)) for e in hostile.iter()] == [(e.tag, sorted(e.attrib)) for e in harmless.iter()]
    assert FILE in hostile.body.text_content()
    assert hostile.body.text_content() == harmless.body.text_content().replace(HARMLESS, HOSTILE)


def test_every_text_in_another_language_says_so() -> None:
    """Nothing that is marked as foreign reaches the page without its mark; names of columns are code."""
    page = tree(rendered(a_report("Testo", "it")))
    found = page.xpath("//body//*[text()[contains(., 'Testo')]][not(self::th)]")

    assert len(found) > 30
    assert {e.xpath("string(ancestor-or-self::*[@lang][1]/@lang)") for e in found} == {"it"}


def test_an_id_stands_once_and_every_link_leads_somewhere() -> None:
    """Anchors of findings, of rules, of the overview."""
    page = tree(page_of(SPECIMEN))
    ids = page.xpath("//@id")
    targets = {href.removeprefix("#") for href in page.xpath("//a/@href") if href.startswith("#")}
    named = {name for names in page.xpath("//@aria-labelledby | //@aria-describedby | //@for") for name in names.split()}

    assert len(ids) == len(set(ids))
    assert (targets | named) - set(ids) == set()


def test_the_policy_allows_the_style_and_the_script_of_the_page_and_no_other() -> None:
    """The hashes of the policy are those of the letters between the tags."""
    page = tree(rendered(a_report("x")))
    policy = page.xpath("string(//meta[@http-equiv='Content-Security-Policy']/@content)")

    for tag in ("style", "script"):
        (element,) = page.iter(tag)
        digest = base64.b64encode(hashlib.sha256((element.text or "").encode("utf-8")).digest()).decode("ascii")
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert "unsafe" not in policy


def test_the_list_of_municipalities_chooses_among_the_parts_without_script() -> None:
    """The n-th name hides all parts but the n-th; the first line of the list is no name and shows all."""
    page = tree(page_of(SPECIMEN))
    names = [option.text for option in page.xpath("//select[@id='only']/option")][1:]
    towns = [section.get("class", "") for section in page.find_class("town")]
    style = page.xpath("string(//style)")

    assert names == [section.findtext("h2/span") for section in page.find_class("town")]
    assert towns == [f"town t{n}" for n in range(1, len(names) + 1)]
    for n in range(1, len(names) + 1):
        assert f":root:has(#only option:nth-child({n + 1}):checked) .town:not(.t{n}){{display:none}}" in style


def test_headings_skip_no_level() -> None:
    """Report, municipality, file, finding."""
    levels = [int(h.tag[1]) for h in tree(page_of(SPECIMEN)).xpath("//h1 | //h2 | //h3 | //h4")]

    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_a_report_without_findings_says_so() -> None:
    """Nothing to mend: the municipality is there, without files."""
    whole = a_report("x")
    page = tree(rendered(replace(whole, municipalities=(replace(whole.municipalities[0], files=()),), rules=())))

    assert page.find_class("finding") == []
    assert "none" in page.get_element_by_id("town.a").text_content()


@pytest.mark.parametrize("letter", ["ώ", "ł"])
def test_fonts_come_with_the_letters_of_the_rows(letter: str) -> None:
    """A Greek name brings Greek letters along; a page without them is lighter."""
    assert len(rendered(a_report(letter))) > len(rendered(a_report("x"))) + 5_000


def test_a_finding_without_a_rule_links_to_none() -> None:
    """A code of loading is named, and leads nowhere."""
    whole = a_report("x")
    town = whole.municipalities[0]
    loaded = replace(town.files[0].findings[0], code="L45", message=NOTHING)
    page = tree(rendered(replace(whole, municipalities=(replace(town, files=(replace(town.files[0], findings=(loaded,)),)),))))

    assert page.xpath("//p[@class='foot']/a[contains(@href, 'rule')]") == []
