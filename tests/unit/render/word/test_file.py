"""A Word file is one that Word and python-docx open, with real Word things in it, and the same every time."""

from __future__ import annotations

import hashlib
import io
import re
import subprocess
import sys
import zipfile
from collections import Counter
from dataclasses import replace

import docx
import pytest
from lxml import etree

from seapgen.model.chart import BarChart, GroupedChart, PathChart, PointMap, StackedChart, WaterfallChart, amount
from seapgen.model.document import FigureBlock, Heading, Image, Paragraph, Section, Table
from seapgen.model.inline import Text, plain, walk
from seapgen.render.word.make_stationery import stationery_bytes
from seapgen.render.word.render import render_word
from seapgen.render.word.stationery import check_stationery, default_stationery
from tests.support.default_theme import default_theme
from tests.support.places import ROOT
from tests.support.specimen_document import specimen_document
from tests.support.validators import ooxml_problems

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
NASTY = (
    "{{ 7*7 }} {% raw %}", "<w:p/> & &amp; ]]>", "=1+1", "'; DROP TABLE", "Ünïcödé Ελληνικά Žćčšđ", "a\u00a0b\u202fc", "{{r place_run }}", "[[model page: opening]]",
)  # fmt: skip


def parts(language: str = "it") -> dict[str, bytes]:
    """All members of the specimen's Word file."""
    return opened(render_word(specimen_document(language), default_theme()))


def opened(content: bytes) -> dict[str, bytes]:
    """Members of a package by name."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture(scope="module")
def members() -> dict[str, bytes]:
    """The Italian specimen."""
    return parts()


@pytest.fixture(scope="module")
def body(members: dict[str, bytes]) -> etree._Element:
    """Its document part."""
    return etree.fromstring(members["word/document.xml"])


def letters(root: etree._Element) -> str:
    """All text runs of a part, in order."""
    return "".join(t.text or "" for t in root.iter(f"{W}t"))


def test_every_part_is_well_formed(members: dict[str, bytes]) -> None:
    """No part needs a forgiving reader."""
    for name, content in members.items():
        if name.endswith((".xml", ".rels")):
            etree.fromstring(content)


def test_python_docx_opens_it(members: dict[str, bytes]) -> None:
    """The library that most people would use finds styles, tables and properties."""
    found = docx.Document(io.BytesIO(render_word(specimen_document("it"), default_theme())))
    assert len(found.tables) > 10
    assert found.core_properties.title == plain(specimen_document("it").title)


def test_ids_are_unique(body: etree._Element) -> None:
    """Drawings, controls and bookmarks: Word repairs a file where one stands twice."""
    for tag, attribute in (
        (f"{WP}docPr", "id"),
        (f"{W}sdtPr/{W}id", f"{W}val"),
        (f"{W}bookmarkStart", f"{W}id"),
        (f"{W}bookmarkStart", f"{W}name"),
    ):
        counted = Counter(e.get(attribute) for e in body.iterfind(f".//{tag}"))
        assert counted
        assert [key for key, n in counted.items() if n > 1] == []


def test_every_section_can_be_found_again(members: dict[str, bytes], body: etree._Element) -> None:
    """A control, a bookmark and an entry of the map for every section that a person may edit, all under one name."""
    sections = {s.id for s in walk(specimen_document("it").blocks) if isinstance(s, Section)}
    names = {f"seap_{hashlib.sha256(s.encode()).hexdigest()[:8]}" for s in sections}
    tags = {e.get(f"{W}val") for e in body.iterfind(f".//{W}sdtPr/{W}tag")}
    bookmarks = {e.get(f"{W}name") for e in body.iter(f"{W}bookmarkStart")}
    written = b"".join(content for name, content in members.items() if name.startswith("customXml/")).decode()
    assert names <= tags
    assert names <= bookmarks
    assert [s for s in sections if s not in written] == []


def sequence_numbers(body: etree._Element) -> list[str]:
    """The cached results of SEQ fields, in order."""
    fields = [f for f in body.iter(f"{W}fldSimple") if "SEQ" in (f.get(f"{W}instr") or "")]
    return [letters(f) for f in fields]


def test_captions_show_the_numbers_of_the_tree(body: etree._Element) -> None:
    """The cached results of the SEQ fields are the numbers that cross-references and the other formats print."""
    wanted = [n.number for n in walk(specimen_document("it").blocks) if isinstance(n, FigureBlock | Table) and n.number]
    assert sequence_numbers(body) == wanted


def test_tables_repeat_their_header_and_hold_rows_together(body: etree._Element) -> None:
    """Every table of figures has a header row; no row breaks over pages; each has a title for readers."""
    grids = [
        t
        for t in body.iter(f"{W}tbl")
        if t.find(f"{W}tblPr/{W}tblStyle") is not None and t.find(f"{W}tblPr/{W}tblStyle").get(f"{W}val") == "SEAPTable"
    ]
    tables = [n for n in walk(specimen_document("it").blocks) if isinstance(n, Table)]
    assert len(grids) == len(tables)
    for grid in grids:
        assert grid.find(f"{W}tr/{W}trPr/{W}tblHeader") is not None
        assert all(r.find(f"{W}trPr/{W}cantSplit") is not None for r in grid.iter(f"{W}tr"))
        assert grid.find(f"{W}tblPr/{W}tblCaption") is not None


def test_pictures_and_charts_have_alternative_texts(body: etree._Element) -> None:
    """What is no decoration says what it shows, in the document's words."""
    alts = {plain(f.alt) for f in walk(specimen_document("it").blocks) if isinstance(f, FigureBlock)}
    assert alts <= {e.get("descr") for e in body.iter(f"{WP}docPr")}


def test_foreign_words_carry_their_language(body: etree._Element) -> None:
    """The Greek part and the Greek span are tagged."""
    greek = [r for r in body.iter(f"{W}r") if any("ά" in (t.text or "") or "ί" in (t.text or "") for t in r.iter(f"{W}t"))]
    assert greek
    assert {r.find(f"{W}rPr/{W}lang").get(f"{W}val")[:2] for r in greek if r.find(f"{W}rPr/{W}lang") is not None} == {"el"}
    assert [r for r in greek if r.find(f"{W}rPr/{W}lang") is None] == []


def chart_numbers(content: bytes) -> set[str]:
    """Numbers in the cache of a chart part."""
    return {v.text or "" for cache in etree.fromstring(content).iter(f"{C}numCache") for v in cache.iter(f"{C}v")}


def book_numbers(content: bytes) -> set[str]:
    """Numbers in the first sheet of a workbook."""
    sheet = etree.fromstring(opened(content)["xl/worksheets/sheet1.xml"])
    main = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
    return {v.text or "" for c in sheet.iter(f"{main}c") if c.get("t") in (None, "n") for v in c.iter(f"{main}v")}


def drawn(chart: object) -> set[float]:
    """The values that a chart draws: not what is printed beside a bar, nor its totals."""
    match chart:
        case BarChart(bars=bars):
            values: list[object] = [bar.value for bar in bars]
        case StackedChart(series=series) | GroupedChart(series=series):
            values = [v for one in series for v in one.values if v is not None]
        case WaterfallChart(steps=steps):
            values = [step.value for step in steps]
        case PathChart(series=lines):
            values = [point.value for line in lines for point in line.points]
        case _:  # an abatement curve draws edges of areas
            values = []
    return {round(abs(float(amount(v))), 6) for v in values}


def test_charts_hold_the_exact_values_and_their_workbook_the_same(members: dict[str, bytes]) -> None:
    """Model = cache = workbook: every value of every chart, unrounded; nothing in a cache that its workbook lacks."""
    charts = {n: c for n, c in members.items() if re.fullmatch(r"word/charts/chart\d+\.xml", n)}
    books = {n: c for n, c in members.items() if n.startswith("word/embeddings/")}
    models = [
        f.content
        for f in walk(specimen_document("it").blocks)
        if isinstance(f, FigureBlock) and not isinstance(f.content, Image | PointMap)
    ]
    assert len(charts) == len(books) == len(models)
    cached = {round(abs(float(x)), 6) for c in charts.values() for x in chart_numbers(c)}
    booked = {round(abs(float(x)), 6) for c in books.values() for x in book_numbers(c)}
    assert {value for model in models for value in drawn(model)} <= cached
    assert cached <= booked


def test_nobody_and_nothing_of_this_machine_is_in_the_file(members: dict[str, bytes]) -> None:
    """No author, no library, no clock: created and modified on the day of issue."""
    core = members["docProps/core.xml"].decode()
    assert "python-docx" not in core
    assert "2026-11-23T" in core
    assert re.findall(r"\d{4}-\d\d-\d\dT", core) == ["2026-11-23T"] * core.count("2026-11-23T")
    with zipfile.ZipFile(io.BytesIO(render_word(specimen_document("it"), default_theme()))) as archive:
        assert {i.date_time for i in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_same_bytes_in_another_process_zone_and_folder() -> None:
    """Output is a function of input."""
    code = (
        "import hashlib; from seapgen.render.word.render import render_word; from tests.support.default_theme import default_theme;"
        " from tests.support.specimen_document import specimen_document as d; print(hashlib.sha256(render_word(d('it'), default_theme())).hexdigest())"
    )
    elsewhere = {
        "PYTHONPATH": str(ROOT),
        "TZ": "Asia/Tokyo",
        "LANG": "el_GR.UTF-8",
        "PYTHONHASHSEED": "77",
        "PATH": "/usr/bin:/bin",
    }
    run = subprocess.run([sys.executable, "-c", code], cwd="/", env=elsewhere, capture_output=True, text=True, check=True)
    assert run.stdout.strip() == hashlib.sha256(render_word(specimen_document("it"), default_theme())).hexdigest()


@pytest.mark.parametrize("text", NASTY)
def test_nothing_in_a_text_is_markup_mark_or_formula(text: str) -> None:
    """What looks like markup, a blank or a formula is printed letter by letter: in prose, headings, cells and the title."""
    document = specimen_document("en")
    chapter = next(b for b in document.blocks if type(b).__name__ == "Chapter")
    blocks = (Heading(2, (Text(text),), "nasty", "1.9"), Paragraph((Text(text),)))
    changed = replace(
        document, title=(Text(text),), blocks=(*document.blocks[:2], replace(chapter, title=(Text(text),), blocks=blocks))
    )
    found = opened(render_word(changed, default_theme()))
    said = letters(etree.fromstring(found["word/document.xml"]))
    assert said.count(text) >= 3
    assert etree.fromstring(found["docProps/core.xml"]).findtext("{http://purl.org/dc/elements/1.1/}title") == text


def test_the_houses_stationery_is_the_one_that_its_script_makes() -> None:
    """The committed file is no more and no less than the script's."""
    assert default_stationery().read_bytes() == stationery_bytes()


def test_the_houses_stationery_is_in_order() -> None:
    """`template check` finds nothing in it."""
    assert check_stationery(default_stationery()) == ()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("{{ agency }}", "{{ agncy }}"),
        ("{{ agency }}", "{{ agency | upper }}"),
        ("[[model page: landscape]]", "[[model page: landscap]]"),
    ],
)
def test_a_broken_stationery_is_found(before: str, after: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    """An unknown blank, logic, a missing model page: each is a finding with a way out."""
    folder = tmp_path_factory.mktemp("shell")
    changed, count = folder / "broken.docx", 0
    with zipfile.ZipFile(changed, "w") as archive:
        for name, content in opened(stationery_bytes()).items():
            count += content.count(before.encode())
            archive.writestr(name, content.replace(before.encode(), after.encode()))
    assert count, f"the house's stationery has no {before}"
    findings = check_stationery(changed)
    assert findings
    assert all(f.code.startswith("T") and f.proposal for f in findings)


@pytest.mark.slow
@pytest.mark.parametrize("language", ["en", "it"])
def test_the_open_xml_sdk_finds_nothing(language: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Microsoft's own validator: no errors."""
    path = tmp_path_factory.mktemp("word") / "specimen.docx"
    path.write_bytes(render_word(specimen_document(language), default_theme()))
    assert ooxml_problems(path) == []
