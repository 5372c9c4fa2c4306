"""A stationery with lists, notes, pictures, remarks and properties of its own: what we add stands beside it, and takes nothing away."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from lxml import etree

from seapgen.model.document import Items, Paragraph
from seapgen.model.inline import Footnote, Text
from seapgen.render.word.make_stationery import stationery_bytes
from seapgen.render.word.render import render_word
from tests.support.default_theme import default_theme
from tests.support.specimen_document import specimen_document
from tests.support.validators import ooxml_problems
from tests.support.word_sections import read_sections
from tests.unit.render.word.sample import W, around, opened, packed

R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)
OWN = {  # what the agency has, by the part that it stands in
    "list": '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="41"/></w:numPr></w:pPr><w:r><w:t>Own item</w:t></w:r></w:p>',
    "note": '<w:p><w:bookmarkStart w:id="1" w:name="own_place"/><w:r><w:t>Own page</w:t></w:r><w:bookmarkEnd w:id="1"/><w:r>'
    '<w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="1"/></w:r></w:p>',
    "remark": '<w:p><w:commentRangeStart w:id="0"/><w:r><w:t>Remarked</w:t></w:r><w:commentRangeEnd w:id="0"/>'
    '<w:r><w:commentReference w:id="0"/></w:r></w:p>',
    "control": '<w:sdt><w:sdtPr><w:alias w:val="Own control"/><w:id w:val="1000002"/></w:sdtPr><w:sdtContent><w:p><w:r>'
    "<w:t>Own control</w:t></w:r></w:p></w:sdtContent></w:sdt>",
    "picture": f'<w:p><w:r><w:drawing><wp:inline xmlns:wp="{WP}"><wp:extent cx="360000" cy="360000"/>'
    '<wp:docPr id="1" name="Own picture" descr="Own picture"/><wp:cNvGraphicFramePr/>'
    f'<a:graphic xmlns:a="{A}"><a:graphicData uri="{PIC}"><pic:pic xmlns:pic="{PIC}"><pic:nvPicPr><pic:cNvPr id="1" name="own"/>'
    f'<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip xmlns:r="{R}" r:embed="rIdBody1"/><a:stretch><a:fillRect/></a:stretch>'
    '</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="360000" cy="360000"/></a:xfrm><a:prstGeom prst="rect">'
    "<a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>",
}  # fmt: skip
NUMBERING = (
    '<w:abstractNum w:abstractNumId="9020"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1"/><w:lvlJc w:val="left"/></w:lvl></w:abstractNum>'
)
COMMENTS = (
    f'<w:comments xmlns:w="{W[1:-1]}"><w:comment w:id="0" w:author="Agency" w:initials="A"><w:p><w:r><w:t>A remark</w:t></w:r></w:p>'
    "</w:comment></w:comments>"
)
PROPERTIES = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
    'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
    '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="Own property"><vt:lpwstr>kept</vt:lpwstr></property></Properties>'
)


def changed(members: dict[str, bytes], part: str, before: str, after: str) -> None:
    """Put something before the first place of a part where certain letters stand."""
    assert before.encode() in members[part]
    members[part] = members[part].replace(before.encode(), after.encode() + before.encode(), 1)


def shell() -> dict[str, bytes]:
    """The house's stationery after an agency has worked on it: its numbers begin where ours would."""
    members = opened(stationery_bytes())
    mark = re.search(rb"<w:p>(?:(?!<w:p>).)*\{\{p body \}\}", members["word/document.xml"], re.DOTALL)
    assert mark
    changed(members, "word/document.xml", mark[0].decode(), "".join(OWN.values()))
    changed(members, "word/numbering.xml", "<w:num ", NUMBERING)
    changed(
        members,
        "word/numbering.xml",
        "</w:numbering>",
        '<w:num w:numId="41"><w:abstractNumId w:val="9020"/></w:num><w:numIdMacAtCleanup w:val="3"/>',
    )
    changed(
        members,
        "word/footnotes.xml",
        "</w:footnotes>",
        '<w:footnote w:id="1"><w:p><w:r><w:t>Own note</w:t></w:r></w:p></w:footnote>',
    )
    changed(members, "word/_rels/document.xml.rels", "</Relationships>", (
        f'<Relationship Id="rIdBody1" Type="{R}/image" Target="media/picture1.png"/>'
        f'<Relationship Id="rIdOwn1" Type="{R}/comments" Target="comments.xml"/>'
        f'<Relationship Id="rIdOwn2" Type="{R}/customXml" Target="../customXml/item1.xml"/>'
    ))  # fmt: skip
    changed(
        members,
        "_rels/.rels",
        "</Relationships>",
        f'<Relationship Id="rIdOwn" Type="{R}/custom-properties" Target="docProps/custom.xml"/>',
    )
    changed(members, "[Content_Types].xml", "</Types>", (
        '<Override PartName="/word/media/picture1.png" ContentType="image/png"/>'
        f'<Override PartName="/word/comments.xml" ContentType="{WORD}.comments+xml"/>'
        '<Override PartName="/docProps/custom.xml" ContentType="application/vnd.openxmlformats-officedocument.custom-properties+xml"/>'
    ))  # fmt: skip
    return members | {
        "word/media/picture1.png": PNG, "word/comments.xml": COMMENTS.encode(), "docProps/custom.xml": PROPERTIES.encode(),
        "customXml/item1.xml": b'<own xmlns="urn:example:own">kept</own>',
    }  # fmt: skip


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The stationery as a file."""
    made = tmp_path_factory.mktemp("shell") / "agency.docx"
    made.write_bytes(packed(shell()))
    return made


@pytest.fixture(scope="module")
def made(path: Path) -> bytes:
    """The specimen on that stationery."""
    return render_word(specimen_document("en"), default_theme(), path)


def ids(members: dict[str, bytes], part: str, tag: str, attribute: str) -> list[str]:
    """What stands in an attribute of all elements of a kind in a part."""
    return [node.get(attribute, "") for node in etree.fromstring(members[part]).iter(tag)]


@pytest.mark.parametrize(
    ("part", "tag", "attribute"),
    [
        ("word/document.xml", f"{{{WP}}}docPr", "id"),
        ("word/document.xml", f"{W}bookmarkStart", f"{W}id"),
        ("word/document.xml", f"{W}bookmarkStart", f"{W}name"),
        ("word/footnotes.xml", f"{W}footnote", f"{W}id"),
        ("word/numbering.xml", f"{W}abstractNum", f"{W}abstractNumId"),
        ("word/numbering.xml", f"{W}num", f"{W}numId"),
        ("word/_rels/document.xml.rels", "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship", "Id"),
        ("[Content_Types].xml", "{http://schemas.openxmlformats.org/package/2006/content-types}Override", "PartName"),
    ],
)  # fmt: skip
def test_nothing_of_ours_has_a_number_of_theirs(made: bytes, part: str, tag: str, attribute: str) -> None:
    """Drawings, bookmarks, notes, lists, relations, parts: each id stands once in the finished file."""
    found = ids(opened(made), part, tag, attribute)

    assert len(found) > 2
    assert [key for key, n in Counter(found).items() if n > 1] == []


def test_controls_of_the_shell_keep_their_ids(made: bytes) -> None:
    """Word takes one of two controls with the same id away."""
    body = etree.fromstring(opened(made)["word/document.xml"])
    found = Counter(node.get(f"{W}val") for node in body.iterfind(f".//{W}sdtPr/{W}id"))

    assert found["1000002"] == 1
    assert max(found.values()) == 1


def test_parts_of_the_shell_are_in_the_file(made: bytes) -> None:
    """Remarks, properties, data and pictures of the agency: byte for byte."""
    before, after = shell(), opened(made)
    kept = ("word/comments.xml", "docProps/custom.xml", "customXml/item1.xml", "word/media/picture1.png")

    assert {name: after[name] for name in kept} == {name: before[name] for name in kept}


def test_pictures_of_both_are_the_right_ones(made: bytes) -> None:
    """The agency's picture shows the agency's file; ours another."""
    members = opened(made)
    body = etree.fromstring(members["word/document.xml"])
    targets = {r.get("Id"): r.get("Target") for r in etree.fromstring(members["word/_rels/document.xml.rels"])}
    shown = {
        drawing.find(f".//{{{WP}}}docPr").get("name"): members[f"word/{targets[blip.get(f'{{{R}}}embed')]}"]
        for drawing in body.iter(f"{W}drawing")
        if (blip := drawing.find(f".//{{{A}}}blip")) is not None
    }

    assert shown["Own picture"] == PNG
    assert len(set(shown.values())) == len(shown) == 2


def test_notes_and_lists_of_both_say_what_they_said(path: Path) -> None:
    """The agency's note stays under its mark, its list Roman; ours has its own words, and its list begins at 1."""
    items = Items(ordered=True, items=((Paragraph((Text("First"),)),),))
    document = around(Paragraph((Text("Text"), Footnote((Text("Our note"),)))), items)
    members = opened(render_word(document, default_theme(), path))
    body, notes = (etree.fromstring(members[f"word/{part}.xml"]) for part in ("document", "footnotes"))
    words = {n.get(f"{W}id"): "".join(n.itertext(f"{W}t")).strip() for n in notes}
    marks = [r.get(f"{W}id") for r in body.iter(f"{W}footnoteReference")]

    assert [words[mark] for mark in marks] == ["Own note", "Our note"]
    assert forms(members) == {"Own item": "upperRoman", "First": "decimal"}


def forms(members: dict[str, bytes]) -> dict[str, str]:
    """How Word numbers the paragraphs that name a list themselves."""
    body, numbering = (etree.fromstring(members[f"word/{part}.xml"]) for part in ("document", "numbering"))
    lists = {n.get(f"{W}numId"): n.find(f"{W}abstractNumId").get(f"{W}val") for n in numbering.iter(f"{W}num")}
    first = {a.get(f"{W}abstractNumId"): a.find(f"{W}lvl/{W}numFmt").get(f"{W}val") for a in numbering.iter(f"{W}abstractNum")}
    listed = ((p, p.find(f"{W}pPr/{W}numPr/{W}numId")) for p in body.iter(f"{W}p"))
    return {"".join(p.itertext(f"{W}t")): first[lists[n.get(f"{W}val")]] for p, n in listed if n is not None}


def test_sections_are_found_beside_data_of_the_shell(made: bytes) -> None:
    """The map takes the next free place among the agency's data."""
    found = read_sections(made)

    assert found
    assert [section.id for section in found if section.is_changed] == []


@pytest.mark.slow
def test_the_open_xml_sdk_finds_nothing_in_the_merged_file(made: bytes, tmp_path: Path) -> None:
    """Microsoft's own validator: the order of lists, notes and ids is as Word wants it."""
    target = tmp_path / "merged.docx"
    target.write_bytes(made)

    assert ooxml_problems(target) == []
