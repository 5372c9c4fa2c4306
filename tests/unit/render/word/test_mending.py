"""What word processors write into a stationery is mended before documents are made of it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from seapgen.render.word.make_stationery import stationery_bytes
from seapgen.render.word.mending import mended
from seapgen.render.word.render import render_word
from seapgen.render.word.style_ids import restored
from tests.support.default_theme import default_theme
from tests.support.places import EXAMPLES
from tests.support.specimen_document import specimen_document
from tests.support.validators import ooxml_problems
from tests.unit.render.word.sample import opened, packed

DOCUMENT, STYLES = "word/document.xml", "word/styles.xml"
OURS = EXAMPLES / "own_letterhead" / "agencies" / "valdora" / "stationery" / "default.docx"
TEXTS = dict.fromkeys(("slogan", "about_title", "about"), "Energia")


def changed(part: str, before: str, after: str) -> str:
    """A part of the house's stationery with other words, mended."""
    members = opened(stationery_bytes())
    assert before.encode() in members[part]
    members[part] = members[part].replace(before.encode(), after.encode())
    return mended(members)[part].decode()


def test_the_houses_stationery_needs_no_mending() -> None:
    """What is in order stays byte by byte."""
    members = opened(stationery_bytes())

    assert mended(members) == members and restored(members) == members


def test_properties_come_into_the_order_of_the_schema() -> None:
    """LibreOffice puts the section before the style, and the style of a list level before its form."""
    written = changed(
        DOCUMENT,
        '<w:pPr><w:pStyle w:val="CoverAgency"/></w:pPr>',
        '<w:pPr><w:jc w:val="left"/><w:rPr><w:sz w:val="20"/><w:b/></w:rPr><w:pStyle w:val="CoverAgency"/></w:pPr>',
    )

    assert '<w:pPr><w:pStyle w:val="CoverAgency"/><w:jc w:val="left"/><w:rPr><w:b/><w:sz w:val="20"/></w:rPr></w:pPr>' in written


def test_a_property_that_stands_twice_stays_once() -> None:
    """The last one holds."""
    written = changed(
        DOCUMENT,
        '<w:pPr><w:pStyle w:val="CoverAgency"/></w:pPr>',
        '<w:pPr><w:jc w:val="left"/><w:pStyle w:val="CoverAgency"/><w:jc w:val="right"/></w:pPr>',
    )

    assert '<w:pPr><w:pStyle w:val="CoverAgency"/><w:jc w:val="right"/></w:pPr>' in written


def test_a_model_page_that_lost_its_first_page_gets_it_back() -> None:
    """Its header opens the chapter; the pages behind it have the header of the text."""
    members = opened(stationery_bytes())
    house = members[DOCUMENT].decode()
    lost = house.replace("<w:titlePg/>", "").replace(
        'w:type="default" r:id="rId_headerText"/><w:headerReference w:type="first"', 'w:type="default"'
    )
    lost = re.sub(r'<w:footerReference w:type="first"[^>]*/>', "", lost)
    assert "titlePg" not in lost and 'w:type="first"' not in lost
    members[DOCUMENT] = lost.encode()
    found = mended(members)[DOCUMENT].decode()
    sections = {s for s in re.findall(r"<w:sectPr>.*?</w:sectPr>", found) if "titlePg" in s}

    assert {re.findall(r'w:type="first" r:id="rId_(header\w+)"', s)[0] for s in sections} == {"headerOpening", "headerProfile"}
    assert all('w:headerReference w:type="default" r:id="rId_headerText"' in s for s in sections)


def test_hidden_bookmarks_and_pictures_for_old_programs_go() -> None:
    """Where the cursor was is no business of a document, and the body gives names of this kind itself."""
    written = changed(
        DOCUMENT,
        "{{ eyebrow }}</w:t></w:r>",
        '{{ eyebrow }}</w:t></w:r><w:bookmarkStart w:id="0" w:name="_GoBack"/><w:bookmarkEnd w:id="0"/><w:bookmarkStart w:id="4" w:name="ours"/><w:bookmarkEnd w:id="4"/>',
    )
    header = changed("word/headerCover.xml", "</mc:Choice>", "</mc:Choice><mc:Fallback><w:pict/></mc:Fallback>")

    assert "_GoBack" not in written and '<w:bookmarkEnd w:id="4"/>' in written and "Fallback" not in header


def test_the_substitute_of_the_font_is_named_again() -> None:
    """A reader without the font takes what is most like it."""
    written = changed("word/fontTable.xml", '<w:altName w:val="Calibri"/>', "")

    assert '<w:font w:name="Source Sans 3"><w:altName w:val="Calibri"/>' in written


def test_a_style_of_the_same_name_in_other_letters_goes() -> None:
    """LibreOffice has a Caption of its own beside our caption; ours keeps its id, and what referred to the other refers to ours."""
    members = opened(stationery_bytes())
    twin = '<w:style w:type="paragraph" w:styleId="Caption"><w:name w:val="Caption"/><w:basedOn w:val="Normal"/></w:style>'
    own = '<w:style w:type="paragraph" w:styleId="Lead"><w:name w:val="Our own"/></w:style>'
    styles = (
        members[STYLES]
        .decode()
        .replace('"Caption"', '"Caption1"')
        .replace('"Lead"/>', '"Lead1"/>')
        .replace('w:styleId="Lead"', 'w:styleId="Lead1"')
    )
    styles = styles.replace('<w:name w:val="Lead1"/>', '<w:name w:val="Lead"/>')
    members[STYLES] = styles.replace("</w:docDefaults>", f"</w:docDefaults>{twin}{own}").encode()
    found = dict(re.findall(r'w:styleId="(\w+)"[^>]*><w:name w:val="([^"]*)"/>', restored(members)[STYLES].decode()))

    assert (found["Caption"], found["Lead"], found["LeadOther"]) == ("caption", "Lead", "Our own")
    assert "Caption1" not in found


def test_what_programs_read_about_a_file_is_ours(tmp_path: Path) -> None:
    """A word processor writes its user's name and its own into the properties; they must not reach a council's plan."""
    members = opened(stationery_bytes())
    members["docProps/core.xml"] = members["docProps/core.xml"].replace(b"{{ agency }}", b"Somebody at a desk")
    path = tmp_path / "ours.docx"
    path.write_bytes(packed(members))
    written = opened(render_word(specimen_document("en"), default_theme(), path))

    assert b"Somebody" not in written["docProps/core.xml"] and b"LibreOffice" not in written["docProps/app.xml"]


@pytest.mark.slow
@pytest.mark.parametrize("language", ["en", "it"])
def test_a_document_in_a_shell_of_libreoffice_is_valid(language: str, tmp_path: Path) -> None:
    """Every block of the closed list in the stationery that LibreOffice saved: no error in Microsoft's validator."""
    path = tmp_path / "made.docx"
    path.write_bytes(render_word(specimen_document(language), default_theme(), OURS, TEXTS))

    assert ooxml_problems(path) == []
