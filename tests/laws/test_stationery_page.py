"""docs/stationery.md tells an agency every mark and every code that it may meet."""

from __future__ import annotations

import re

from seapgen.compose.seap.order import known_ids
from seapgen.intake.templates import load_templates
from seapgen.render.word.marks import MODELS, known_blanks
from tests.support.places import EXAMPLES, ROOT

PAGE = (ROOT / "docs/stationery.md").read_text(encoding="utf-8")


def codes() -> set[str]:
    """All codes of templates that the program gives."""
    sources = (path.read_text(encoding="utf-8") for path in (ROOT / "seapgen").rglob("*.py"))
    return {code for text in sources for code in re.findall(r'"(T\d+)"', text)}


def listed() -> set[str]:
    """The codes of the page's table, ranges written out."""
    table = PAGE[PAGE.index("| code |") :]
    found = set(re.findall(r"T\d+", table))
    for first, last in re.findall(r"T(\d+)–T(\d+)", table):
        found |= {f"T{n}" for n in range(int(first), int(last) + 1)}
    return found


def test_every_code_is_explained() -> None:
    """And none that there is not."""
    assert codes() == listed()


def test_every_mark_is_explained() -> None:
    """Blanks with the letter that belongs before them, and model pages."""
    blanks = {f"{{{{{kind + ' ' if kind else ' '}{name} }}}}" for kind, names in known_blanks().items() for name in names}

    assert {mark for mark in blanks if mark not in PAGE} == set()
    assert {name for name in MODELS if f"[[model page: {name}]]" not in PAGE} == set()


def test_every_chapter_is_named() -> None:
    """As a mark names it."""
    ids = known_ids(load_templates("seap", EXAMPLES / "turin", None).chapters)
    (said,) = re.findall(r"of chapters: `([a-z ]+)`", PAGE)

    assert {*said.split(), "note", "profile"} == set(ids)
