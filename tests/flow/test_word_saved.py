"""A plan opened and saved by LibreOffice: what it keeps and what it loses is what docs/word.md says, number by number."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from seapgen.render.word.render import render_word
from tests.support.default_theme import default_theme
from tests.support.office import WORD, converted
from tests.support.places import ROOT
from tests.support.specimen_document import specimen_document
from tests.support.turin import LANGUAGES
from tests.support.word_sections import alias, controls, marks_in, read_alternatives, read_sections

pytestmark = pytest.mark.slow

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
WPG = "{http://schemas.microsoft.com/office/word/2010/wordprocessingGroup}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_ROWS = re.compile(r"(\| what \| before \| after \|\n\|[-|]+\|\n)((?:\|.*\|\n)+)")  # the table of the page
Saved = dict[str, tuple[bytes, bytes]]


@pytest.fixture(scope="module")
def saved(turin: Path, tmp_path_factory: pytest.TempPathFactory) -> Saved:
    """Turin's plan in both languages and the specimen with all kinds of charts: as written, and as LibreOffice has saved it."""
    folder = tmp_path_factory.mktemp("saved")
    specimen = folder / "specimen.docx"
    specimen.write_bytes(render_word(specimen_document("it"), default_theme()))
    paths = [*(turin / language / f"seap-turin-{language}.docx" for language in LANGUAGES), specimen]
    made = converted(paths, WORD, folder / "after")
    return {
        name: (path.read_bytes(), after.read_bytes())
        for name, path, after in zip((*LANGUAGES, "specimen"), paths, made, strict=True)
    }


def parts(content: bytes) -> dict[str, bytes]:
    """Members of a package by name."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def body(content: bytes) -> etree._Element:
    """The document part."""
    return etree.fromstring(parts(content)["word/document.xml"])


def instructions(content: bytes) -> list[str]:
    """The first words of all fields."""
    root = body(content)
    found = [f.get(f"{W}instr", "") for f in root.iter(f"{W}fldSimple")] + [f.text or "" for f in root.iter(f"{W}instrText")]
    return [text.split()[0] for text in found if text.strip()]


def texts(content: bytes, *, charts: bool) -> list[str]:
    """Alternative texts on charts and maps of shapes, or on pictures."""
    drawings = (d for d in body(content).iter(f"{WP}inline", f"{WP}anchor") if _is_drawn(d) is charts)
    return [alt for d in drawings if (alt := d.find(f"{WP}docPr").get("descr"))]


def _is_drawn(drawing: etree._Element) -> bool:
    return any(drawing.find(f".//{tag}") is not None for tag in (f"{C}chart", f"{WPG}wgp"))


def drawn(content: bytes) -> list[etree._Element]:
    """The chart parts in the order of the document."""
    members = parts(content)
    targets = {r.get("Id"): r.get("Target") for r in etree.fromstring(members["word/_rels/document.xml.rels"])}
    return [etree.fromstring(members[f"word/{targets[c.get(f'{R}id')]}"]) for c in body(content).iter(f"{C}chart")]


def values(chart: etree._Element) -> list[list[float]]:
    """The numbers of all series of a chart, as cached."""
    caches = (cache for tag in ("val", "yVal") for node in chart.iter(f"{C}{tag}") for cache in node.iter(f"{C}numCache"))
    return [[round(float(p.findtext(f"{C}v") or "nan"), 4) for p in cache.iter(f"{C}pt")] for cache in caches]


def whole(content: bytes) -> int:
    """Controls that hold all words of their section."""
    words = {s.name: "".join(s.words.split()) for s in read_sections(content)}
    return sum(
        1 for box in controls(content) for name in marks_in(box) if _bare("".join(box.itertext(f"{W}t"))) == _bare(words[name])
    )


def _bare(text: str) -> str:
    return re.sub(r"\W", "", text)


def counts(content: bytes) -> dict[str, int]:
    """How much of everything a file holds; the names are those of docs/word.md."""
    root, fields, boxes = body(content), instructions(content), list(controls(content))
    return {
        "content controls": len(boxes),
        "controls that hold their whole section": whole(content),
        "titles of controls": sum(1 for box in boxes if alias(box)),
        "tags of controls": len(list(root.iter(f"{W}tag"))),
        "locks of controls": len(list(root.iter(f"{W}lock"))),
        "sections that a reader finds": sum(1 for section in read_sections(content) if section.words),
        "charts with their workbook": sum(1 for name in parts(content) if name.startswith("word/embeddings/")),
        "alternative texts on charts": len(texts(content, charts=True)),
        "alternative texts in the map": len(read_alternatives(content)),
        "numbered captions (SEQ)": fields.count("SEQ"),
        "references to them (REF)": fields.count("REF"),
        "lists of contents (TOC)": fields.count("TOC"),
        "footnotes": len(list(root.iter(f"{W}footnoteReference"))),
        "tables with a repeated header row": len(list(root.iter(f"{W}tblHeader"))),
        "rows that do not break over pages": len(list(root.iter(f"{W}cantSplit"))),
        "titles of tables": len(list(root.iter(f"{W}tblCaption"))),
        "descriptions of tables": len(list(root.iter(f"{W}tblDescription"))),
    }


def test_the_page_says_what_libreoffice_keeps_and_loses(saved: Saved, *, update_golden: bool) -> None:
    """Turin's Italian plan, counted before and after: every row of the table of docs/word.md, and no row is missing."""
    before, after = (counts(content) for content in saved["it"])
    page = ROOT / "docs" / "word.md"
    rows = "".join(f"| {name} | {before[name]} | {after[name]} |\n" for name in before)
    if update_golden:
        page.write_text(_ROWS.sub(lambda found: found[1] + rows, page.read_text("utf-8"), count=1), "utf-8")
    found = _ROWS.search(page.read_text("utf-8"))

    assert found is not None
    assert found[2] == rows


@pytest.mark.parametrize("name", [*LANGUAGES, "specimen"])
def test_sections_survive(saved: Saved, name: str) -> None:
    """Every section is found, none counts as changed, and its control is there with its title."""
    before, after = saved[name]
    found = read_sections(after)

    assert [section.id for section in found] == [section.id for section in read_sections(before)] != []
    assert [section.id for section in found if section.is_changed] == []
    assert [alias(box) for box in controls(after)] == [alias(box) for box in controls(before)]


@pytest.mark.parametrize("name", [*LANGUAGES, "specimen"])
def test_charts_survive(saved: Saved, name: str) -> None:
    """As many charts, each with the same values and with a workbook."""
    before, after = saved[name]

    assert [values(chart) for chart in drawn(after)] == [values(chart) for chart in drawn(before)] != []
    assert sum(n.startswith("word/embeddings/") for n in parts(after)) == len(drawn(before))


@pytest.mark.parametrize("name", [*LANGUAGES, "specimen"])
def test_alternative_texts_survive_in_the_map_and_on_pictures(saved: Saved, name: str) -> None:
    """LibreOffice takes them off charts and maps; the list inside the file still has them, beside the bookmark of each figure's number."""
    before, after = saved[name]

    assert sorted(texts(before, charts=True)) == sorted(set(read_alternatives(after).values()) - set(texts(before, charts=False)))
    assert texts(after, charts=False) == texts(before, charts=False)


@pytest.mark.parametrize("name", [*LANGUAGES, "specimen"])
def test_captions_survive(saved: Saved, name: str) -> None:
    """Their words and numbers, the fields that count them, and the bookmarks of references."""
    before, after = saved[name]

    assert captions(after) == captions(before) != []
    assert instructions(after).count("SEQ") == instructions(before).count("SEQ")


def captions(content: bytes) -> list[str]:
    """The words of all paragraphs that hold a counting field."""
    found = []
    for paragraph in body(content).iter(f"{W}p"):
        codes = [f.get(f"{W}instr", "") for f in paragraph.iter(f"{W}fldSimple")] + [
            f.text or "" for f in paragraph.iter(f"{W}instrText")
        ]
        if any("SEQ" in code for code in codes):
            found.append(" ".join("".join(paragraph.itertext(f"{W}t")).split()))
    return found
