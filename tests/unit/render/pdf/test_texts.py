"""Texts reach the page letter by letter, and long words stay on it."""

from __future__ import annotations

import io
import re
import subprocess
from dataclasses import replace
from pathlib import Path

import pikepdf
import pypdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from seapgen.model.document import ActionCard, Callout, Column, Cover, Fact, Heading, Paragraph, Row, Section, Table, Tile, Tiles
from seapgen.model.inline import Span, Strong, Text, walk
from seapgen.render.pdf import render_pdf
from tests.support.default_theme import default_theme
from tests.support.specimen_document import specimen_document
from tests.support.tools import program
from tests.unit.render.pdf.sample import around, set_, tags, text_of

NASTY = (
    "#panic() #let x = 1 $x^2$ *b* _i_ `raw` <label> @ref [c] {d}",
    "= no heading", "- no list", "+ no list", "/ no: term", "// no comment", "/* none */", "~ -- --- ... \\ \\u{1F600} #\"s\"",
    "\"quotes\" 'single' “typographic” «guillemets»", "a & b < c > d", "https://example.org/#fragment",
    "CO₂, −40 %, 1 000 ≤ x ≥ 2 → 3 ‰ €",
    "Ünïcödé Ελληνικά Žćčšđ łąęż őűÖÅ", "{{ jinja }} {% if %}", "#sys.inputs.document", "\\",
)  # fmt: skip
WORD = "Τηλεδιαχείρισηεξοικονόμησηςενέργειαςδημοτικώνκτιρίων"
ADDRESS = "https://example.org/" + "a-very-long-path-without-any-space/" * 6


def squeezed(text: str) -> str:
    """Letters without spaces, break marks and hyphens: lines end anywhere."""
    return re.sub(r"[\s\u200b\u00ad\u2010-]", "", text)


@pytest.mark.parametrize("text", NASTY)
def test_nothing_in_a_text_is_markup(text: str) -> None:
    """What looks like markup of Typst, Jinja or HTML is printed as it stands, in prose, cells and headings."""
    table = Table("t", (Text(text),), (Column((Text(text),)),), (Row(((Text(text),),)),))
    printed = squeezed(text_of(set_(Heading(2, (Text(text),), "h"), Paragraph((Strong((Text(text),)),)), table)))

    assert printed.count(squeezed(text)) >= 4


@given(st.text(alphabet="ab #$*_`<>@[](){}=-+/\\~.\"'&:;%^|?!0Ωč", min_size=1, max_size=40))
def test_any_letters_are_printed(text: str) -> None:
    """Every order of dangerous signs comes out as it went in."""
    assert squeezed(f"x{text}y") in squeezed(text_of(set_(Paragraph((Text(f"x{text}y"),)))))


def words_off_the_page(content: bytes, folder: Path) -> list[str]:
    """Words that stand outside the printed field: 12 mm from the paper's edges."""
    (folder / "long.pdf").write_bytes(content)
    found = subprocess.run([program("pdftotext"), "-bbox", "long.pdf", "-"], cwd=folder, capture_output=True, text=True).stdout
    off, width = [], 0.0
    for line in found.splitlines():
        numbers = {name: float(value) for name, value in re.findall(r'(\w+)="([\d.-]+)"', line)}
        if "<page" in line:
            width = numbers["width"]
        elif "<word" in line and (numbers["xMin"] < 34 or numbers["xMax"] > width - 34):
            off.append(line.strip())
    return off


@pytest.mark.parametrize("word", [WORD, ADDRESS, "9" * 120, "Energiahatékonyságikorszerűsítésprogram" * 2])
def test_long_words_stay_on_the_page(word: str, tmp_path: Path) -> None:
    """In prose, headings, cells, heads, tiles, cards and remarks."""
    text = (Text(word),)
    card = next(node for node in walk(specimen_document("en").blocks) if isinstance(node, ActionCard))
    columns = tuple(Column(text, text, numeric=n > 0) for n in range(4))
    rows = (Row((text,) * 4), Row((text,), "group"), Row((text,) * 4, "total"))
    blocks = (
        Heading(2, text, "h"), Paragraph(text), Tiles("k", (Tile(text, Text(word), text),) * 4),
        Callout(text, (Paragraph(text),)), Table("t", text, columns, rows, notes=(text,), source=text, number="1"),
        replace(card, title=text, facts=(Fact(text, text),) * 4, yields=(Tile(text, Text(word)),) * 3),
    )  # fmt: skip

    assert words_off_the_page(set_(*blocks), tmp_path) == []


def test_long_names_stay_on_the_cover(tmp_path: Path) -> None:
    """A place of two long words and a long title."""
    cover = next(node for node in walk(specimen_document("en").blocks) if isinstance(node, Cover))
    place = (Text("Άγιοι Ανάργυροι-Καματερό Θεσσαλονίκης και Νεάπολης-Συκεών"),)
    long = replace(
        cover, place=place, title=(Text("Σχέδιο Δράσης για τη Βιώσιμη Ενέργεια και το Κλίμα του Δήμου"),), organisation=place
    )
    content = render_pdf(replace(around(), blocks=(long,)), default_theme())

    assert words_off_the_page(content, tmp_path) == []
    assert len(pikepdf.open(io.BytesIO(content)).pages) == 1


def test_drafts_are_marked() -> None:
    """A section in the language of reference says so in words, and is tagged in its own language."""
    section = Section("s.x", (Text("alias"),), "el", own=True, blocks=(Paragraph((Text("Σχέδιο"),)),), draft=True)
    content = set_(section)
    with pikepdf.open(io.BytesIO(content)) as pdf:
        languages = {str(node.Lang) for _, node in tags(pdf) if "/Lang" in node}

    assert "not yet translated" in text_of(content)
    assert "el" in languages


def test_a_section_that_is_translated_has_no_mark() -> None:
    """The mark belongs to drafts only."""
    section = Section("s.x", (Text("alias"),), "en", own=True, blocks=(Paragraph((Text("Plan"),)),))

    assert "not yet translated" not in text_of(set_(section))


def test_draft_stretches_are_underlined() -> None:
    """A stretch that is not translated looks different from the same stretch that is."""
    plain, draft = (set_(Paragraph((Span("el", (Text("Σχέδιο"),), draft=d),))) for d in (False, True))

    assert len(draft) > len(plain)


def test_long_tables_repeat_their_heads() -> None:
    """The head of a table over two pages stands on both."""
    rows = tuple(Row(((Text(f"row {n}"),),)) for n in range(60))
    content = set_(Table("t", (Text("Caption"),), (Column((Text("Headword"),)),), rows))

    assert text_of(content).count("Headword") == len(pypdf.PdfReader(io.BytesIO(content)).pages) == 2
