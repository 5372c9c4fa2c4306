"""Pages of headings: asked on a copy, answered in words, printed as fields."""

from __future__ import annotations

import re

from seapgen.render.word.page_numbers import answered, asking, headings
from seapgen.render.word.render import render_word
from tests.support.default_theme import default_theme
from tests.support.specimen_document import specimen_document
from tests.unit.render.word.sample import opened


def file(**pages: str) -> bytes:
    """The specimen with pages for some of its headings."""
    return render_word(specimen_document("en"), default_theme(), page_of=lambda mark: pages.get(mark, ""))


def test_only_what_is_known_is_printed() -> None:
    """An entry whose page is not known has no field, and no number."""
    body = opened(file(_Toc000002="ix"))["word/document.xml"].decode()

    assert re.findall(r"PAGEREF (\w+)", body) == ["_Toc000002"]
    assert '<w:t xml:space="preserve">ix</w:t>' in body


def test_the_copy_asks_for_every_heading_and_keeps_the_rest() -> None:
    """One page more at the end of the body; all other parts, and what stood before, are the same."""
    first = file()
    before, after = opened(first), opened(asking(first))
    body, longer = before.pop("word/document.xml").decode(), after.pop("word/document.xml").decode()
    end = body.rindex("<w:sectPr")

    assert before == after
    assert (longer[:end], longer[-len(body[end:]) :]) == (body[:end], body[end:])
    assert tuple(re.findall(r"PAGEREF (\w+)", longer[end:])) == headings(first) != ()


def test_answers_are_read_however_the_lines_break() -> None:
    """Text taken out of a PDF has its blanks and line ends anywhere; pages may be counted in letters."""
    assert answered("x_Toc000001=\n1 2;_Toc00\n0002= iv;_Toc000003=;") == {"_Toc000001": "12", "_Toc000002": "iv"}
