"""What stands in a letter: values as the language prints them, data letter by letter, no blank without a word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace

import pytest

from seapgen.exchange.letters.letter import LetterTemplate, fill
from seapgen.exchange.letters.printed import Printed
from seapgen.localise.language import load_language
from seapgen.model.errors import BrokenTemplateError, ExitCode, MissingTranslationError
from seapgen.model.inline import FigureInline
from seapgen.model.message import Verbatim, Words
from tests.support.turin import document
from tests.support.word_letters import (
    DRESS,
    FOLDERS,
    R,
    W,
    facts,
    filled,
    paragraphs,
    studied,
    template,
    text_of,
    word_file,
)


@pytest.mark.parametrize("town", ["turin", "montelago", "portoverde"])
@pytest.mark.parametrize("language", ["en", "it"])
def test_every_figure_is_printed_as_its_language_prints_it(town: str, language: str) -> None:
    """All figures and facts of a municipality can be asked for by id, and none is printed otherwise than by the language."""
    spoken, results = load_language(language), studied(FOLDERS[town]).results.municipalities[town]
    figures = facts(town, language).figures
    stated = {path: each.figure for path, each in results.figures.items()}

    assert len(figures) == len(results.figures) + len(results.facts)
    different = {path for path, figure in stated.items() if str(figures[path]) != spoken.figure(figure).text}
    assert {p for p in different if not p.startswith(("target.", "plan.financing_pct.", "group.", "economics."))} == set()


@pytest.mark.parametrize("language", ["en", "it"])
def test_figures_are_those_of_the_plan(language: str) -> None:
    """What the plan's document prints in a sentence or a table, a letter prints with the same letters."""
    figures, checked = facts("turin", language).figures, 0
    for each in printed_figures(document(language)):
        path = each.id.rpartition(":")[2]
        is_digits = each.text[-1:].isdigit() or each.text[:1].isdigit()  # small counts are words in a sentence
        if path in figures and is_digits and each.role in ("text", "table"):
            checked += 1
            assert each.text in ways(figures[path]), path
    assert checked > 200


def ways(figure: Printed) -> set[str]:
    """Every way in which a letter can print a figure."""
    return {
        str(figure),
        *(str(getattr(figure, w)) for w in ("table", "full", "il", "del", "al", "dal", "nel") if hasattr(figure, w)),
    }


def printed_figures(node: object) -> Iterator[FigureInline]:
    """All figures in a tree."""
    if isinstance(node, FigureInline):
        yield node
    elif isinstance(node, tuple):
        for each in node:
            yield from printed_figures(each)
    elif is_dataclass(node):
        for field in fields(node):
            yield from printed_figures(getattr(node, field.name))


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("{{ target.reduction_pct.del }}", "del 40%"),
        ("{{ target.year.nel }}", "nel 2030"),
        ("{{ plan.cost }} = {{ plan.cost.full }} = {{ plan.cost.table }}", "700 milioni di € = 700.000.000 € = 700.000.000"),
        ("{{ place.Subject }}, {{ place.of }}, {{ place.council }}", "La Città di Torino, della Città di Torino, Consiglio comunale di Torino"),
        ('{{ date("2026-12-31") }}', "31 dicembre 2026"),
        ("{{ (inventory.sectors|first).name.from }}", "dagli edifici residenziali"),
        ("{% for a in actions if a.sector == 'public_lighting' %}{{ a.title }}{% endfor %}", "Illuminazione pubblica interamente a LED"),
        ("{% if plan.cost > 699999999 and plan.cost < 700000001 %}so{% endif %}", "so"),
        ("{% if programme.issue_date == date('2026-11-23') %}so{% endif %}", "so"),
        ("{% if plan.count == 12 %}so{% endif %}", "so"),
    ],
)  # fmt: skip
def test_values_are_printed_in_the_letters_language(line: str, text: str) -> None:
    """Forms of names, articles before numbers, money in words or in full, conditions over exact values."""
    assert text == filled(line).replace("\u00a0", " ").strip()


@pytest.mark.parametrize(
    "text", ["{{ 7*7 }}", "{% if x %}", "{_{ x }_}", "{# x #}", "<w:p>&amp;</w:p>", "a & b < c", "\\t{{r x }}", "&#x41;"]
)
def test_template_syntax_in_data_stays_as_it_is(text: str) -> None:
    """Data are printed letter by letter: braces, tags and entities are words like any other."""
    said = replace(facts(), place=Printed(Verbatim(text), load_language("it")))

    assert text == text_of(fill(template("{{ place }}"), said, DRESS)).strip()


def test_a_footnote_is_filled_once() -> None:
    """With two sections too, braces in the data of a footnote stay braces."""
    said = replace(facts(), place=Printed(Verbatim("{{ 7*7 }}"), load_language("it")))
    notes = f'<w:footnotes xmlns:w="{W}"><w:footnote w:id="2">{paragraphs("{{ place }}")}</w:footnote></w:footnotes>'
    relation = f'<Relationship Id="f1" Type="{R}/footnotes" Target="footnotes.xml"/>'
    body = "<w:p><w:pPr><w:sectPr/></w:pPr></w:p>" + paragraphs("x")
    content = fill(LetterTemplate("x.docx", word_file(body, {"word/footnotes.xml": notes}, relation)), said, DRESS)

    assert "{{ 7*7 }}" == text_of(content, "word/footnotes.xml")


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Since {{ covenant.signed_on }}.", "covenant.signed_on"),
        ("{% for a in actions %}{{ a.status }}{{ group.name }}{% endfor %}", "group"),
        ('{{ figures["plan.actoins"] }}', "plan.actions"),
        ("{{ place.off }}", "place.off"),
        ("{{ date('31.12.2026') }}", "31.12.2026"),
        ("{% if plan.cost > place %}x{% endif %}", "TypeError"),
        ("{{ agency.telephone }}", "agency.telephone"),
        ("{{ group.name }}", "group.name"),
        ("{% if group.target_pct %}x{% endif %}", "Ask for the whole first"),
    ],
)  # fmt: skip
def test_printing_what_is_not_there_is_an_error(line: str, name: str) -> None:
    """The finding names the template, the words of the paragraph, and the name, or one that is near."""
    with pytest.raises(BrokenTemplateError) as caught:
        fill(template("Before.", f"Look: {line}", "After."), facts(), DRESS)
    english, (found,) = load_language("en"), caught.value.findings
    said = english.say(found.message) + (english.say(found.proposal) if found.proposal else "")

    assert "letters/it/test.docx" == found.source.file
    assert "Look:" in said
    assert name in said


def test_a_text_of_another_language_is_a_missing_translation() -> None:
    """A letter that prints it ends with 4; one that does not print it never asks."""
    said = replace(facts(), place=Printed(Words({"en": "Only English"}), load_language("it")))

    assert "x" == text_of(fill(template("{% if place %}x{% endif %}"), said, DRESS)).strip()
    with pytest.raises(MissingTranslationError) as caught:
        fill(template("{{ place }}"), said, DRESS)
    assert ExitCode.MISSING_TRANSLATION == caught.value.exit_code


def test_there_is_no_clock() -> None:
    """No name tells the day on which a letter is made."""
    assert {"today", "now", "time", "clock"}.isdisjoint(f.name for f in fields(facts()))


def test_what_is_to_be_checked_is_about_cells() -> None:
    """Warnings of the municipality that nobody accepted, with file and cell; a gap of the plan is no cell."""
    found = facts("montelago").to_check

    assert {"F8", "I1"} <= {str(check.code) for check in found}
    assert {"A4", "I8"}.isdisjoint(str(check.code) for check in found)
    assert "totals.csv:2:5" in [str(check.place) for check in found]
