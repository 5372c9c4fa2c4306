"""The example agency with a stationery of its own, saved by LibreOffice: three formats, two languages, one document."""

from __future__ import annotations

import importlib.util
import io
import re
from pathlib import Path

import docx
import pikepdf
import pytest
from lxml import html

from seapgen.agency import template_findings
from seapgen.model.artifact import FORMATS
from seapgen.model.order import Order
from seapgen.pipeline import build
from seapgen.render.word.render import render_word
from seapgen.render.word.stationery import check_stationery
from tests.support import validators
from tests.support.default_theme import default_theme
from tests.support.places import EXAMPLES
from tests.support.specimen_document import specimen_document
from tests.support.tools import program
from tests.unit.render.word.sample import opened

OURS = EXAMPLES / "own_letterhead"
LANGUAGES = ("en", "it")
FIRST = {  # chapters by their titles: front matter, the three marks, the rest
    "en": ["Note to the council", "Roccalta", "Executive summary", "Action plan", "The path to the target", "Overall strategy"],
    "it": [
        "Nota per il Consiglio comunale",
        "Roccalta",
        "Sintesi",
        "Piano d’azione",
        "Il percorso verso l’obiettivo",
        "Strategia generale",
    ],
}
every_language = pytest.mark.parametrize("language", LANGUAGES)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the town's documents."""
    out = tmp_path_factory.mktemp("letterhead")
    build(OURS, out, Order())
    return out / "seap" / "roccalta"


def file(made: Path, language: str, form: str) -> bytes:
    """One of the six files."""
    return (made / language / f"seap-roccalta-{language}.{form}").read_bytes()


def titles(made: Path, language: str, form: str) -> list[str]:
    """The titles of pages and chapters in the order in which a reader meets them, without numbers."""
    content = file(made, language, form)
    match form:
        case "docx":
            found = [
                p.text
                for p in docx.Document(io.BytesIO(content)).paragraphs
                if str(p.style and p.style.name).startswith("Heading 1")
            ]
        case "pdf":
            with pikepdf.open(io.BytesIO(content)) as pdf, pdf.open_outline() as outline:
                found = [str(entry.title) for entry in outline.root]
        case _:
            found = [h.text_content() for h in html.document_fromstring(content.decode()).iter("h2")]
    return [re.sub(r"^[0-9A-Z]\s+", "", " ".join(t.split())) for t in found]


def captions(made: Path, language: str) -> list[str]:
    """The captions of the Word file, with label and number, in reading order; without spaces."""
    written = docx.Document(io.BytesIO(file(made, language, "docx"))).paragraphs
    found = [p for p in written if p.style is not None and str(p.style.name).lower() in ("caption", "caption narrow")]
    return ["".join("".join(t.text or "" for t in p._p.iter("{*}t")).split()) for p in found]  # the number stands in a field


def test_the_example_has_no_flaw() -> None:
    """Neither errors nor warnings: every static word is a blank, or is kept."""
    assert template_findings(OURS) == ()


@every_language
def test_the_marks_give_the_order_of_all_formats(language: str, made: Path) -> None:
    """Also of the formats that know no stationery."""
    word, pdf, page = (titles(made, language, form) for form in ("docx", "pdf", "html"))

    assert word[: len(FIRST[language])] == FIRST[language]
    assert len(word) == 11 and [t for t in pdf if t in word] == word
    assert [w for t in page for w in word if t.endswith(w)] == word  # on the page some have words before them


@every_language
def test_numbers_of_tables_and_figures_agree(language: str, made: Path) -> None:
    """The captions of the Word file stand in the PDF and on the page, in the same order."""
    wanted = captions(made, language)
    page = "".join(html.document_fromstring(file(made, language, "html").decode()).text_content().split())

    assert len(wanted) > 15 and len(set(wanted)) == len(wanted)
    assert sorted(wanted, key=page.index) == wanted


@every_language
@pytest.mark.parametrize("form", FORMATS)
def test_the_agency_is_called_what_its_theme_says(language: str, form: str, made: Path) -> None:
    """In the properties and in the text; the name in its own file is printed nowhere."""
    content = file(made, language, form)
    if form == "docx":
        parts = opened(content)
        said = b"".join(c for n, c in parts.items() if n.endswith(".xml")).decode()
        author = re.findall(r"<dc:creator>(.*?)</dc:creator>", parts["docProps/core.xml"].decode())
    elif form == "pdf":
        with pikepdf.open(io.BytesIO(content)) as pdf:
            author = [str(pdf.docinfo["/Author"])]
        said = author[0]
    else:
        said = content.decode()
        author = re.findall(r'<meta name="author" content="([^"]*)"', said)

    assert author == ["Energia Valdora"]
    assert "Valdora Energy Agency" not in said and "Agenzia per l’energia Valdora" not in said


@every_language
def test_words_of_the_stationery_are_in_the_language_of_the_document(language: str, made: Path) -> None:
    """The slogan in every foot, the last page, the address as it is."""
    parts = {n: c.decode() for n, c in opened(file(made, language, "docx")).items() if n.endswith(".xml")}
    slogan = {"en": "Energy for the valley", "it": "Energia per la valle"}
    feet = [c for n, c in parts.items() if n.startswith("word/footer") and "PAGE" in c]

    assert feet and all(slogan[language] in foot for foot in feet)
    assert {"en": "Who wrote this plan", "it": "Chi ha scritto questo piano"}[language] in parts["word/document.xml"]
    assert any("Via Roma 1" in c for n, c in parts.items() if n.startswith("word/header"))


def test_colours_that_libreoffice_wrote_in_small_letters_become_the_agencys(made: Path) -> None:
    """The contour lines of the cover are still the house's in the shell."""
    found = b"".join(c for n, c in opened(file(made, "en", "docx")).items() if n.startswith("word/header")).upper()

    assert b'"6F3357"' in found and b'"1F6471"' not in found


@pytest.mark.slow
@every_language
def test_the_word_file_is_valid(language: str, made: Path) -> None:
    """Although LibreOffice's own file is not."""
    assert validators.ooxml_problems(made / language / f"seap-roccalta-{language}.docx") == []


@pytest.mark.slow
@every_language
def test_the_pdf_is_accessible(language: str, made: Path) -> None:
    """PDF/UA-1 and PDF/A-2a, also in the agency's colours."""
    assert validators.pdf_problems(file(made, language, "pdf")) == []


@pytest.mark.slow
def test_the_pages_are_valid_and_accessible(made: Path) -> None:
    """HTML of the W3C's checker, axe in Chromium."""
    pages = [f"{language}/seap-roccalta-{language}.html" for language in LANGUAGES]

    assert validators.html_problems(made / p for p in pages) == []
    assert validators.browser_problems(made, pages) == []


@pytest.mark.slow
def test_libreoffice_makes_such_a_stationery_again(tmp_path: Path) -> None:
    """The script of the example, run on this machine: its file passes the check and gives valid documents."""
    program("soffice")
    spec = importlib.util.spec_from_file_location("make_shell", OURS / "make_shell.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    shell, file = tmp_path / "default.docx", tmp_path / "made.docx"
    module.make(module.HOUSE, shell)
    texts = dict.fromkeys(("slogan", "about_title", "about"), "Energia")
    file.write_bytes(render_word(specimen_document("it"), default_theme(), shell, texts))

    assert validators.ooxml_problems(shell) != []  # what there is to mend
    assert validators.ooxml_problems(file) == []
    assert [f.code for f in check_stationery(shell) if f.code != "T41"] == []
