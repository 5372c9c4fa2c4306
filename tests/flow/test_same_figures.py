"""The finished Word file, PDF and page of a plan say the same: every figure, every table, every word.

Everything is read out of the files that a build writes. The tree is asked only for how much must be there at least.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from pathlib import Path

import pytest

from seapgen.model.artifact import FORMATS, Format
from seapgen.model.document import FigureBlock
from seapgen.model.inline import FigureInline, Role, plain, walk
from seapgen.render.render import render
from tests.support.finished.content import Content
from tests.support.finished.figures import figures, figures_in
from tests.support.finished.files import LANGUAGES, PLANS, READERS, content, tree
from tests.support.finished.mutation import changed, with_wrong_digit
from tests.support.turin import templates

ROLES: tuple[Role, ...] = ("text", "table")
FULL = ("turin", "montelago")  # portoverde's return is thin
LEAST = 200

every_plan = pytest.mark.parametrize("name", PLANS)
every_full_plan = pytest.mark.parametrize("name", FULL)
every_language = pytest.mark.parametrize("language", LANGUAGES)
every_format = pytest.mark.parametrize("form", FORMATS)


def in_tree(name: str, language: str) -> list[FigureInline]:
    """The numbers of texts and tables in the tree, in reading order."""
    return [f for f in told(tree(name, language).blocks) if isinstance(f, FigureInline) and f.role in ROLES]


def told(node: object) -> Iterator[object]:
    """Every noun in a tree but for those inside drawings, which have a test of their own."""
    if isinstance(node, FigureBlock):
        yield from told((node.caption, node.alt, node.source))
    elif isinstance(node, tuple):
        for child in node:
            yield from told(child)
    elif is_dataclass(node):
        yield node
        for each in fields(node):
            yield from told(getattr(node, each.name))


def words(found: Content) -> Counter[str]:
    """The words outside tables."""
    return Counter(word for line in found.lines for word in line.split())


@every_plan
@every_language
@pytest.mark.parametrize("form", ["pdf", "html"])
def test_formats_print_the_same_figures(finished_plans: Path, name: str, language: str, form: Format) -> None:
    """Each figure stands as often in the PDF and in the page as in the Word file: in the text, and in each table."""
    word, other = (figures(content(finished_plans, name, language, each)) for each in ("docx", form))

    assert (word - other, other - word) == (Counter(), Counter())


@every_plan
@every_language
@pytest.mark.parametrize("form", ["pdf", "html"])
def test_formats_have_the_same_tables(finished_plans: Path, name: str, language: str, form: Format) -> None:
    """Tables of data are the same cell by cell, in the same order."""
    assert content(finished_plans, name, language, "docx").tables == content(finished_plans, name, language, form).tables


@every_plan
@every_language
@pytest.mark.parametrize("form", ["pdf", "html"])
def test_formats_have_the_same_words(finished_plans: Path, name: str, language: str, form: Format) -> None:
    """Nothing is told in one format alone; formats may tell it in another order."""
    word, other = (words(content(finished_plans, name, language, each)) for each in ("docx", form))

    assert (word - other, other - word) == (Counter(), Counter())


@every_plan
@every_language
@pytest.mark.parametrize("form", ["pdf", "html"])
def test_formats_describe_pictures_alike(finished_plans: Path, name: str, language: str, form: Format) -> None:
    """Alternative texts, in which figures stand too, are the same in the same order."""
    assert content(finished_plans, name, language, "docx").alts == content(finished_plans, name, language, form).alts


@every_full_plan
@every_language
@every_format
def test_a_draft_has_many_figures(finished_plans: Path, name: str, language: str, form: Format) -> None:
    """A reader that finds nothing would find no difference either."""
    assert figures(content(finished_plans, name, language, form)).total() >= LEAST


@every_plan
@every_language
@every_format
def test_no_figure_of_the_tree_is_lost(finished_plans: Path, name: str, language: str, form: Format) -> None:
    """All numbers of texts, tables and descriptions are found in the file, each as often as it stands in the tree."""
    planned = Counter(figure for node in in_tree(name, language) for figure in figures_in(node.text))
    file = content(finished_plans, name, language, form)
    found = [figure for _, figure in figures(file).elements()] + [figure for alt in file.alts for figure in figures_in(alt)]

    assert planned - Counter(found) == Counter()


@every_plan
def test_languages_say_the_same_values(name: str) -> None:
    """Every figure has the same id, exact value and unit in both languages, as often."""
    english, italian = (
        Counter((node.id, node.value, node.unit) for node in walk(tree(name, language)) if isinstance(node, FigureInline))
        for language in LANGUAGES
    )

    assert (english - italian, italian - english) == (Counter(), Counter())


@pytest.mark.parametrize("role", ROLES)
@every_format
def test_one_wrong_digit_in_one_format_is_found(finished_plans: Path, form: Format, role: Role) -> None:
    """A renderer that prints one digit of one number wrong differs from the others in this number, and in nothing else."""
    figure = next(f for f in in_tree("turin", "en") if f.role == role and f.unit != "year")
    wrong = with_wrong_digit(figure.text)
    made = templates()
    document = changed(tree("turin", "en"), figure, lambda node: replace(node, text=wrong))
    found = figures(READERS[form](render(document, form, made.theme, made.stationery, ())))
    right = figures(content(finished_plans, "turin", "en", "html" if form == "docx" else "docx"))
    old, new = Counter(figures_in(figure.text)), Counter(figures_in(wrong))

    assert Counter(f for _, f in (right - found).elements()) == old - new
    assert Counter(f for _, f in (found - right).elements()) == new - old
    assert old != new


def test_what_one_format_leaves_out_is_found(finished_plans: Path) -> None:
    """A Word file whose cover does not say what its stripe shows lacks these words and shares, and nothing else."""
    made, document = templates(), tree("turin", "en")
    left_out = f"{plain(document.labels.sectors_key)} " + " ".join(
        f"{plain(s.name)} {plain((s.share,))}" for s in document.stripe
    )
    found = READERS["docx"](render(replace(document, stripe=()), "docx", made.theme, made.stationery, ()))
    page = content(finished_plans, "turin", "en", "html")

    assert (words(page) - words(found), words(found) - words(page)) == (Counter(left_out.split()), Counter())
    assert (figures(page) - figures(found)).total() == len(document.stripe)
