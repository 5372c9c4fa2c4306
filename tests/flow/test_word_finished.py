"""What makes finished Word files usable: counted captions, notes, texts for screen readers, tables that break well, languages."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from seapgen.model.document import Chapter, FigureBlock, Heading, Note, Profile, Table
from seapgen.model.inline import Footnote, Inline, plain, walk
from tests.support.command import seapgen
from tests.support.places import TESTS
from tests.support.turin import LANGUAGES, document
from tests.support.word_sections import read_sections

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
SPECIMEN = TESTS / "programmes" / "specimen"


def part(path: Path, name: str = "document") -> etree._Element:
    """A part of a Word file."""
    with zipfile.ZipFile(path) as archive:
        return etree.fromstring(archive.read(f"word/{name}.xml"))


@pytest.fixture(scope="module", params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    """Both languages of Turin's plan."""
    return str(request.param)


@pytest.fixture(scope="module")
def path(turin: Path, language: str) -> Path:
    """The Word file."""
    return turin / language / f"seap-turin-{language}.docx"


@pytest.fixture(scope="module")
def body(path: Path) -> etree._Element:
    """Its document part."""
    return part(path)


def words(node: etree._Element) -> str:
    """The letters inside."""
    return "".join(node.itertext(f"{W}t"))


def line(inlines: tuple[Inline, ...]) -> str:
    """Words of the tree without notes, as a heading or caption shows them."""
    return plain(tuple(each for each in inlines if not isinstance(each, Footnote)))


def fields(body: etree._Element, kind: str) -> list[tuple[str, str]]:
    """What fields of a kind name, and their results."""
    found = [(f.get(f"{W}instr", "").split(), words(f)) for f in body.iter(f"{W}fldSimple")]
    return [(code[1], result) for code, result in found if code[0] == kind]


def test_captions_are_counted_as_they_are_printed(body: etree._Element, language: str) -> None:
    """Each sequence counts 1, 2, 3 as Word will, and its results are the tree's numbers."""
    printed = [n.number for n in walk(document(language).blocks) if isinstance(n, FigureBlock | Table) and n.number]
    counted: dict[str, int] = {}
    for name, result in fields(body, "SEQ"):
        counted[name] = counted.get(name, 0) + 1
        assert result == str(counted[name])

    assert len(counted) == 2
    assert [result for _, result in fields(body, "SEQ")] == printed


def test_references_are_filled_with_what_they_lead_to(body: etree._Element) -> None:
    """Every REF field names a bookmark of the file, and shows the number that stands there."""
    marks = {m.get(f"{W}name"): m for m in body.iter(f"{W}bookmarkStart")}
    found = fields(body, "REF")

    assert found
    for name, result in found:
        assert result == "".join(words(node) for node in between(marks[name]))


def between(start: etree._Element) -> list[etree._Element]:
    """The siblings of a bookmark's start up to its end."""
    found = []
    for node in start.itersiblings():
        if node.tag == f"{W}bookmarkEnd" and node.get(f"{W}id") == start.get(f"{W}id"):
            return found
        found.append(node)
    raise AssertionError("a bookmark without end")


def test_every_note_has_its_mark_and_its_words(body: etree._Element, path: Path, language: str) -> None:
    """The notes under the text are those of the tree, in order."""
    notes = {n.get(f"{W}id"): words(n).strip() for n in part(path, "footnotes").iter(f"{W}footnote")}
    marks = [r.get(f"{W}id") for r in body.iter(f"{W}footnoteReference")]
    wanted = [plain(n.children).strip() for n in walk(document(language).blocks) if isinstance(n, Footnote)]

    assert [notes[mark] for mark in marks] == wanted != []


def test_every_drawing_speaks_or_is_decoration(path: Path, body: etree._Element, language: str) -> None:
    """Charts have the tree's alternative texts; what has none says that it is decoration, headers too."""
    alts = [plain(n.alt) for n in walk(document(language).blocks) if isinstance(n, FigureBlock)]
    with zipfile.ZipFile(path) as archive:
        roots = [
            etree.fromstring(archive.read(n))
            for n in archive.namelist()
            if re.fullmatch(r"word/(document|header\w*|footer\w*)\.xml", n)
        ]
    silent = [
        d for root in roots for d in root.iter(f"{WP}docPr") if not d.get("descr") and next(d.iter(DECORATIVE), None) is None
    ]

    assert [d.get("descr") for d in body.iter(f"{WP}docPr") if d.get("descr")] == alts
    assert [d.get("name") for d in silent] == []


def test_tables_of_figures_break_well_and_speak(body: etree._Element, language: str) -> None:
    """Title and description for screen readers, a header row on every page, no row over two pages."""
    grids = [t for t in body.iter(f"{W}tbl") if t.find(f"{W}tblPr/{W}tblStyle").get(f"{W}val") == "SEAPTable"]
    tables = [n for n in walk(document(language).blocks) if isinstance(n, Table)]

    assert len(grids) == len(tables) > 5
    for grid, table in zip(grids, tables, strict=True):
        assert grid.find(f"{W}tblPr/{W}tblCaption").get(f"{W}val") == plain(table.caption)
        assert plain(table.columns[0].title) in grid.find(f"{W}tblPr/{W}tblDescription").get(f"{W}val")
        assert grid.find(f"{W}tr/{W}trPr/{W}tblHeader") is not None
    assert [r for r in body.iter(f"{W}tr") if r.find(f"{W}trPr/{W}cantSplit") is None] == []


def test_contents_lead_to_their_headings(body: etree._Element, language: str) -> None:
    """Each entry is a link to a heading with the same words; chapters and headings of level 2 are all there."""
    places = {m.get(f"{W}name"): m.getparent() for m in body.iter(f"{W}bookmarkStart")}
    links = [a for a in body.iter(f"{W}hyperlink") if (a.get(f"{W}anchor") or "").startswith("_Toc")]
    blocks = document(language).blocks
    wanted = [n for n in walk(blocks) if isinstance(n, Chapter | Note | Profile) or (isinstance(n, Heading) and n.level == 2)]
    titles = [line(n.children if isinstance(n, Heading) else n.title) for n in wanted]

    assert [words(places[a.get(f"{W}anchor")]) for a in links] == titles
    assert [words(a).endswith(title) for a, title in zip(links, titles, strict=True)] == [True] * len(titles)


def test_foreign_passages_carry_their_language(tmp_path: Path) -> None:
    """An English draft that prints an Italian text: its runs are Italian, all others English, and the map says so."""
    run = seapgen("build", str(SPECIMEN), "--out", str(tmp_path), "--format", "docx", "--lang", "en", "--draft", "--keep-going")
    (path,) = tmp_path.rglob("seap-montelago-en.docx")
    tagged = {words(r): lang.get(f"{W}val") for r in part(path).iter(f"{W}r") if (lang := r.find(f"{W}rPr/{W}lang")) is not None}
    foreign = {s.id: s.words for s in read_sections(path.read_bytes()) if s.language == "it"}

    assert run.returncode == 0, run.stderr
    assert set(tagged.values()) == {"it-IT"}
    assert "".join(foreign.values()).replace("\n", "") == "".join(tagged)
    assert foreign.keys() == {"strategy.organisation", "action.A02.assumption"}
    assert part(path, "styles").find(f".//{W}docDefaults//{W}lang").get(f"{W}val") == "en-GB"
