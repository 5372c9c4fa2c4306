"""Editable sections: found again by name, and known to be changed or not."""

from __future__ import annotations

import hashlib
import io
import zipfile
from dataclasses import replace

import docx
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from seapgen.model.document import Chapter, Items, Localised, Paragraph, Section
from seapgen.model.inline import Footnote, LineBreak, Strong, Text
from seapgen.render.word.render import render_word
from seapgen.render.word.sections import Controls, words
from tests.support.default_theme import default_theme
from tests.support.specimen_document import specimen_document
from tests.support.word_sections import controls, read_sections

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def read(content: bytes) -> dict[str, tuple[str, str]]:
    """By section id: hash of the words as written, and hash of the words as they stand in the file."""
    return {s.id: (s.written, hashlib.sha256(s.words.encode()).hexdigest()) for s in read_sections(content)}


def with_section(*sections: Section) -> Localised:
    """A document of one chapter with some sections."""
    document = specimen_document("en")
    return replace(document, blocks=(Chapter("c", "1", (Text("C"),), (), sections),))


def section(id_: str, *texts: str) -> Section:
    """A section of paragraphs."""
    return Section(id_, (Text("Title"),), "en", own=True, blocks=tuple(Paragraph((Text(t),)) for t in texts))


def test_an_untouched_file_has_no_changed_section() -> None:
    """Every hash of the map is that of the words in the file."""
    found = read(render_word(specimen_document("it"), default_theme()))
    assert found
    assert [id_ for id_, (written, now) in found.items() if written != now] == []


def test_an_edited_section_is_the_only_changed_one() -> None:
    """Somebody edits one word in Word, here python-docx."""
    document = docx.Document(io.BytesIO(render_word(with_section(section("a", "One."), section("b", "Two.")), default_theme())))
    run = next(t for t in document.element.body.iter(f"{W}t") if t.text == "Two.")
    run.text = "Three."
    saved = io.BytesIO()
    document.save(saved)
    assert [id_ for id_, (written, now) in read(saved.getvalue()).items() if written != now] == ["b"]


def test_neighbouring_sections_have_controls_of_their_own() -> None:
    """Two sections with nothing between them stay two."""
    content = render_word(with_section(section("a", "One."), section("b", "Two.")), default_theme())
    assert ["".join(c.itertext(f"{W}t")) for c in controls(content)] == ["One.", "Two."]


def test_a_section_without_text_has_a_place_to_write() -> None:
    """An empty control would be lost: it holds an empty paragraph."""
    (control,) = controls(render_word(with_section(section("a")), default_theme()))
    assert control.find(f"{W}sdtContent/{W}p") is not None


def test_a_section_that_occurs_twice_has_two_names() -> None:
    """A bookmark of one name can stand once."""
    names = [
        c.find(f"{W}sdtPr/{W}tag").get(f"{W}val")
        for c in controls(render_word(with_section(section("a"), section("a")), default_theme()))
    ]
    assert len(set(names)) == 2
    assert names[0] == f"seap_{hashlib.sha256(b'a').hexdigest()[:8]}"


def test_a_draft_is_marked_outside_of_what_is_edited() -> None:
    """The mark would else come back as text of the council."""
    content = render_word(with_section(replace(section("a", "One."), draft=True)), default_theme())
    (control,) = controls(content)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert "not yet translated" in archive.read("word/document.xml").decode()
    assert "".join(control.itertext(f"{W}t")) == "One."


def test_notes_and_lists_do_not_confuse_the_words() -> None:
    """Marks of notes and numbers of lists are no words; line breaks are spaces."""
    blocks = (
        Paragraph((Text("a "), Strong((Text("b"),)), LineBreak(), Text("c"), Footnote((Text("note"),)))),
        Items(ordered=True, items=((Paragraph((Text("d"),)),),)),
    )
    found = read(render_word(with_section(replace(section("a"), blocks=blocks)), default_theme()))
    assert found["a"][1] == hashlib.sha256(b"a b c\nd").hexdigest()


@given(st.text(max_size=200), st.text(max_size=200))
def test_an_alias_is_never_too_long_for_word(title: str, id_: str) -> None:
    """Word takes 64 characters."""
    control = Controls().control("seap_00000000", title, id_, "")
    alias = etree.fromstring(f'<x xmlns:w="{W[1:-1]}">{control}</x>').find(f".//{W}alias").get(f"{W}val")
    assert 0 < len(alias) <= 64


def test_words_leave_out_results_of_fields() -> None:
    """A number that Word counts is no word of the section."""
    assert (
        words('<w:p><w:r><w:t>see </w:t></w:r><w:fldSimple w:instr=" REF x "><w:r><w:t>3</w:t></w:r></w:fldSimple></w:p>')
        == "see"
    )
