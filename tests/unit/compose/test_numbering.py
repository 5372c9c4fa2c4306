"""Numbers of headings, tables and figures, and what refers to them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from seapgen.compose.numbering import numbered
from seapgen.compose.prose import localised
from seapgen.localise.language import load_language
from seapgen.model.chart import BarChart
from seapgen.model.document import Block, Chapter, Document, FigureBlock, FigurePair, Heading, Paragraph, Section, Table, Tiles
from seapgen.model.errors import BrokenTemplateError
from seapgen.model.inline import CrossReference, Inline, Text, walk
from seapgen.model.units import Unit
from tests.support.planned import unlocalised
from tests.support.specimen_document import specimen_document
from tests.unit.compose.chapter import reasons


def table(id_: str) -> Table[Inline]:
    """A table with a caption, or one of a free text."""
    return Table(id_, (Text("Caption"),) if id_ else (), (), ())


def figure(id_: str) -> FigureBlock[Inline]:
    """A chart."""
    return FigureBlock(id_, (Text("Caption"),), (Text("Alt"),), BarChart(Unit.MWH, ()))


def refer(*targets: str) -> Paragraph[Inline]:
    """A paragraph that refers to things."""
    return Paragraph(tuple(CrossReference(target) for target in targets))


def of(*blocks: Block[Inline]) -> Document[Inline]:
    """A document of these blocks, numbered, in English."""
    outline = numbered(unlocalised(replace(specimen_document(), blocks=blocks)))
    return localised(outline, load_language("en")).document


def numbers(document: Document[Inline], *kinds: type) -> list[str]:
    """The numbers of some kinds of blocks, in order."""
    return [str(n.number) for n in walk(document.blocks) if isinstance(n, kinds)]  # type: ignore[attr-defined]


def test_tables_and_figures_count_through_the_document_each_for_itself() -> None:
    """Also inside pairs and sections; a table of a free text has no number."""
    first = Chapter("a", "1", (), (), (table("t1"), table(""), figure("f1"), FigurePair(figure("f2"), figure("f3"))))
    second = Chapter("b", "A", (), (), (Section("s", (), "en", False, (table("t2"),)), figure("f4")))
    done = of(first, second)

    assert numbers(done, Table) == ["1", "", "2"]
    assert numbers(done, FigureBlock) == ["1", "2", "3", "4"]


def test_headings_count_in_chapters_that_have_a_number() -> None:
    """Level 2 only; chapters keep the number they were given."""
    headings: tuple[Block[Inline], ...] = (Heading(2, (), "x"), Heading(3, (), "y"), Heading(2, (), "z"))
    others: tuple[Block[Inline], ...] = (Heading(2, (), "u"), Heading(2, (), "v"))
    done = of(
        Chapter("a", "2", (), (), headings), Chapter("b", "A", (), (), others), Chapter("c", "", (), (), (Heading(2, (), "w"),))
    )

    assert numbers(done, Heading) == ["2.1", "", "2.2", "A.1", "A.2", ""]
    assert numbers(done, Chapter) == ["2", "A", ""]


def test_a_reference_prints_the_bare_number_of_what_comes_before_or_after() -> None:
    """Table, figure, chapter and heading."""
    done = of(Chapter("a", "3", (), (), (refer("t", "f", "a", "h"), Heading(2, (), "h"), table("t"), figure("f"))))

    assert [n.text for n in walk(done.blocks) if isinstance(n, CrossReference)] == ["1", "1", "3", "3.1"]


@pytest.mark.parametrize("target", ["nowhere", "k", "plain"])
def test_a_reference_to_what_has_no_number_is_refused(target: str) -> None:
    """The finding names the target, and what could be meant."""
    with pytest.raises(BrokenTemplateError) as refused:
        of(Chapter("plain", "", (), (), (refer(target), Tiles("k", ()), table("t"))))

    assert target in reasons(refused.value)
    assert "t" in reasons(refused.value)


def test_an_id_that_stands_twice_is_refused() -> None:
    """A link would lead to one of them at random."""
    with pytest.raises(BrokenTemplateError) as refused:
        of(table("t"), figure("t"))

    assert "twice" in reasons(refused.value)


def test_numbering_again_changes_nothing() -> None:
    """It depends on the order alone."""
    once = numbered(unlocalised(replace(specimen_document(), blocks=(Chapter("a", "1", (), (), (table("t"), figure("f"))),))))

    assert numbered(once) == once
