"""The order of chapters that a stationery gives."""

from __future__ import annotations

from seapgen.compose.outline import ChapterOutline
from seapgen.compose.seap.order import arranged, known_ids, order_flaws
from seapgen.model.document import Block, Chapter, Note
from seapgen.model.inline import Planned
from seapgen.model.shell import HOUSE_ORDER, REST, ChapterOrder

FILES = (("03-inventory.md", "inventory"), ("04-plan.md", "plan"), ("90-tables.md", "tables"), ("92-checklist.md", "checklist"))
OUTLINES = [ChapterOutline(f"chapters/seap/{name}", id_, (), (), ()) for name, id_ in FILES]
NOTE: Note[Planned] = Note("note", (), (), (), (), ())


def order(*ids: str) -> ChapterOrder:
    """Marks of these chapters."""
    return ChapterOrder(ids, "default.docx")


def numbered(found: tuple[Block[Planned], ...]) -> list[str]:
    """Chapters with their numbers."""
    return [f"{block.number} {block.id}" if isinstance(block, Chapter) else type(block).__name__ for block in found]


def test_without_marks_the_files_give_the_order() -> None:
    """Chapters by number, annexes by letter."""
    assert ["1 inventory", "2 plan", "A tables", "B checklist"] == numbered(arranged(OUTLINES, HOUSE_ORDER, ()))


def test_numbers_are_counted_in_the_order_of_the_marks() -> None:
    """A chapter that comes first has the number 1; an annex before the others has the letter A."""
    found = arranged(OUTLINES, order("checklist", "plan", REST), ())

    assert ["A checklist", "1 plan", "2 inventory", "B tables"] == numbered(found)


def test_a_mark_behind_the_rest_puts_its_chapter_there() -> None:
    """The rest stands where its mark is."""
    assert ["1 plan", "A tables", "B checklist", "2 inventory"] == numbered(arranged(OUTLINES, order(REST, "inventory"), ()))


def test_the_note_stands_among_the_chapters_where_a_mark_names_it() -> None:
    """It has no number and takes none away."""
    assert numbered(arranged(OUTLINES[:2], order("plan", "note", REST), [("note", NOTE)])) == ["1 plan", "Note", "2 inventory"]


def test_ids_are_read_from_the_titles_of_the_files() -> None:
    """Two titles of one chapter have one id; a heading of a lower level is none."""
    text = "{% if a %}\n# {% trans %}One{% endtrans %} [#own]\n{% else %}\n# {% trans %}Two{% endtrans %} [#own]\n{% endif %}\n## x [#sub]\n"

    assert known_ids([("01-own.md", text)]) == ("note", "profile", "own")


def test_a_mark_of_no_chapter_is_found_with_those_that_there_are() -> None:
    """Someone wrote the title instead of the id."""
    (found,) = order_flaws(order("Action", REST), ("note", "plan"))

    assert (found.code, found.source.file) == ("T50", "default.docx")
    assert found.proposal is not None and dict(found.proposal.values)["known"].text == "note, plan"  # type: ignore[union-attr]


def test_a_chapter_that_is_named_twice_is_found_once() -> None:
    """Nothing may be printed twice."""
    assert [f.code for f in order_flaws(order("plan", "plan", REST), ("plan",))] == ["T51"]
