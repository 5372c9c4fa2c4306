"""Small letters for tests: a Word file of some paragraphs, the names it may use, and what stands in a finished one."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from html import escape, unescape
from pathlib import Path

from seapgen.exchange.letters.facts import letter_facts
from seapgen.exchange.letters.letter import Dress, LetterTemplate, fill
from seapgen.exchange.letters.nouns import LetterFacts
from seapgen.exchange.letters.package import pack
from seapgen.exchange.letters.teller import teller
from seapgen.localise.language import load_language
from seapgen.study import Study, study
from tests.support.places import EXAMPLES, TESTS

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
SPECIMEN = TESTS / "programmes" / "specimen"
FOLDERS: Mapping[str, Path] = {"turin": EXAMPLES / "turin", "montelago": SPECIMEN, "portoverde": SPECIMEN}


def word_file(body: str, more: Mapping[str, bytes | str] | None = None, relations: str = "") -> bytes:
    """A Word file with this body, in WordprocessingML; `more` are further parts, `relations` those of the document."""
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="{TYPE}.document.main+xml"/><Override PartName="/word/footnotes.xml" ContentType="{TYPE}.footnotes+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" Type="{R}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">{relations}</Relationships>',
        "word/document.xml": f'<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{body}<w:sectPr/></w:body></w:document>',
        **(more or {}),
    }
    return pack({name: text.encode() if isinstance(text, str) else text for name, text in parts.items()})


def paragraphs(*words: str) -> str:
    """Paragraphs of plain words."""
    return "".join(f'<w:p><w:r><w:t xml:space="preserve">{escape(w, quote=False)}</w:t></w:r></w:p>' for w in words)


def template(*words: str) -> LetterTemplate:
    """A letter of some paragraphs."""
    return LetterTemplate("letters/it/test.docx", word_file(paragraphs(*words)))


@cache
def studied(folder: Path) -> Study:
    """A programme, once."""
    return study(folder)


@cache
def facts(town: str = "turin", language: str = "it") -> LetterFacts:
    """The names of a letter to a town."""
    about = studied(FOLDERS[town])
    municipality = about.programme.municipality(town)
    assert municipality is not None
    results = about.results.municipalities[town]
    by = teller(about.programme, municipality, results, load_language(language))
    return letter_facts(by, results, about.findings)


DRESS = Dress("it-IT", date(2026, 11, 23), "Agency")


def filled(*words: str, town: str = "turin", language: str = "it") -> str:
    """What the letter of some paragraphs says, a line for each of its paragraphs."""
    return text_of(fill(template(*words), facts(town, language), replace(DRESS, tag=load_language(language).tag)))


def text_of(content: bytes, part: str = "word/document.xml") -> str:
    """The words of a part, a line for each paragraph."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        xml = package.read(part).decode()
    lines = [re.sub(r"<[^>]+>", "", p) for p in re.findall(r"<w:p[ >].*?</w:p>", xml, re.DOTALL)]
    return unescape("\n".join(lines))
