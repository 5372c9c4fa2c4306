"""Pages of headings: asked on a copy, answered in words, printed as fields."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from seapgen.execute.office import laid_out_text
from seapgen.render.word.make_stationery import stationery_bytes
from seapgen.render.word.page_numbers import answered, asking, headings, unknown_page
from seapgen.render.word.render import render_word
from tests.support.default_theme import default_theme
from tests.support.specimen_document import specimen_document
from tests.support.tools import program
from tests.unit.render.word.sample import opened, packed


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


@pytest.mark.slow
def test_pages_are_those_that_are_printed(tmp_path: Path) -> None:
    """A stationery that counts every chapter from 5: the answer is the number at the foot, not that of the sheet."""
    program("soffice")
    members = opened(stationery_bytes())
    body = members["word/document.xml"].decode()
    members["word/document.xml"] = body.replace("<w:titlePg/>", '<w:pgNumType w:start="5"/><w:titlePg/>').encode()
    shell = tmp_path / "shell.docx"
    shell.write_bytes(packed(members))
    first = render_word(specimen_document("en"), default_theme(), shell, page_of=unknown_page)
    found = answered(laid_out_text(asking(first)))

    assert tuple(sorted(found)) == headings(first)
    assert set(found.values()) == {"5", "6"}
