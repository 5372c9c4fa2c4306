"""Parts of a document at the marks of a stationery."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from seapgen.model.shell import REST
from seapgen.render.word.body import Part
from seapgen.render.word.stretches import stretches


def parts(names: str) -> list[Part]:
    """Parts of chapters by one letter each; a dot is one of none (the list of contents, the imprint)."""
    return [Part("" if name == "." else name, "text") for name in names]


def placed(names: str, marks: str) -> str:
    """What stands at each mark; a star is that of the rest."""
    found = stretches(parts(names), [REST if m == "*" else m for m in marks])
    return " | ".join("".join(p.chapter or "." for p in stretch) for stretch in found)


def test_the_pages_before_the_chapters_stand_at_the_first_mark() -> None:
    """Note and contents come first, whatever the first mark is."""
    assert placed("n.pabc.", "p*") == "n.p | abc."


def test_the_imprint_closes_the_last_mark() -> None:
    """Also where that is the mark of a chapter."""
    assert placed("n.abcp.", "*p") == "n.abc | p."


def test_static_pages_stand_between_the_chapters_of_their_marks() -> None:
    """Rest in the middle."""
    assert placed(".abxyc.", "ab*c") == ".a | b | xy | c."


def test_a_chapter_that_a_document_lacks_leaves_its_mark_empty() -> None:
    """A thin return has no plan; the last mark is never empty, because it ends the document."""
    assert placed(".ab.", "pa*") == " | .a | b."
    assert placed(".ab.", "*p") == ".ab | ."


@given(st.text("abcd.", min_size=1, max_size=12), st.permutations("abc*"))
def test_the_order_of_the_document_is_never_changed(names: str, marks: list[str]) -> None:
    """Nothing is lost, nothing is twice, whatever the marks say."""
    assert placed(names, "".join(marks)).replace(" | ", "") == names
