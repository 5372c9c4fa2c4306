"""What a Word file from outside may bring along, and what comes out."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from datetime import date

import pytest

from seapgen.exchange.letters.letter import LetterTemplate, check_letter, fill
from tests.support.word_letters import DRESS, PACKAGE, R, facts, paragraphs, template, word_file

EXTERNAL = '<Relationship Id="x1" Type="{}/{}" Target="{}" TargetMode="External"/>'


def codes(content: bytes) -> list[str]:
    """The codes of what is wrong with a file."""
    return [f.code for f in check_letter(LetterTemplate("x.docx", content))]


def bomb() -> bytes:
    """A hundred kilobytes that unpack to a hundred megabytes."""
    target = io.BytesIO(word_file(paragraphs("x")))
    with zipfile.ZipFile(target, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/media/image1.png", bytes(100_000_000))
    return target.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"no zip",
        bomb(),
        word_file("<w:p>"),
        word_file(paragraphs("x"), {"word/vbaProject.bin": b"x"}),
        word_file(paragraphs("x"), relations=EXTERNAL.format(R, "image", "http://example.org/x.png")),
        word_file(paragraphs("x"), relations=EXTERNAL.format(R, "attachedTemplate", "file:///tmp/x.dotm")),
        word_file(paragraphs("x"), relations=EXTERNAL.format(R, "hyperlink", "file:///etc/passwd")),
        word_file('<w:p><w:r><w:instrText> INCLUDEPICTURE "http://example.org/x.png" </w:instrText></w:r></w:p>'),
        word_file('<w:p><w:fldSimple w:instr=" DDEAUTO cmd x "/></w:p>'),
        word_file(paragraphs("x"), {"_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"/>'}),
        word_file(paragraphs("x"), {"word/document.xml": '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'}),
        word_file(paragraphs("x"), {f"word/part{n}.xml": "<x/>" for n in range(1100)}),
    ],
    ids=[
        "empty",
        "text",
        "bomb",
        "torn",
        "macros",
        "image",
        "template",
        "link",
        "field",
        "dde",
        "no-document",
        "entity",
        "parts",
    ],
)
def test_a_dangerous_or_broken_file_is_a_finding(content: bytes) -> None:
    """T60, and no exception: nothing is opened, fetched or unpacked without end."""
    assert {"T60"} == set(codes(content))


def test_a_link_to_the_web_is_harmless() -> None:
    """Nothing is fetched before somebody clicks."""
    assert [] == codes(word_file(paragraphs("x"), relations=EXTERNAL.format(R, "hyperlink", "https://agency.example")))


def test_a_letter_has_the_same_bytes_every_time() -> None:
    """Two fillings are equal to the last byte, and no member has a date of its own."""
    one, two = (fill(template("{{ place.of }}"), facts(), DRESS) for _ in range(2))

    assert one == two
    with zipfile.ZipFile(io.BytesIO(one)) as archive:
        assert {(1980, 1, 1, 0, 0, 0)} == {i.date_time for i in archive.infolist()}
        assert "[Content_Types].xml" == archive.namelist()[0]


def test_the_issue_date_is_that_of_the_file() -> None:
    """Properties say when the letter was issued and by whom, and nothing about whoever made the template."""
    content = fill(template("x"), facts(), replace(DRESS, issued=date(2013, 3, 18), author="Agenzia & Figli"))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        core = archive.read("docProps/core.xml").decode()

    assert 3 == core.count("2013-03-18T00:00:00Z")
    assert "Agenzia &amp; Figli" in core
    assert "python-docx" not in core


def test_the_agencys_colours_take_the_place_of_the_houses() -> None:
    """Colours are exchanged wherever they stand in the file, and nowhere else."""
    body = '<w:p><w:r><w:rPr><w:color w:val="0B4F5C"/></w:rPr><w:t>0B4F5C</w:t></w:r></w:p>'
    content = fill(LetterTemplate("x.docx", word_file(body)), facts(), replace(DRESS, colours={"0B4F5C": "AA0000"}))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        xml = archive.read("word/document.xml").decode()

    assert ('w:val="AA0000"', "0B4F5C") == (xml[xml.index("w:val=") :][:14], xml[xml.index("<w:t>") + 5 :][:6])
