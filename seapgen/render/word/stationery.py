"""An agency's stationery: an ordinary Word file with marks, checked, compiled once and filled many times."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from jinja2 import Template

from seapgen.model.errors import BrokenTemplateError
from seapgen.model.finding import Finding
from seapgen.model.outfit import NO_TEXTS, OwnTexts
from seapgen.render.word.filling import template_of
from seapgen.render.word.inspection import MARKED, inspected, unreadable
from seapgen.render.word.lists import ListForm
from seapgen.render.word.make_stationery import PROPERTIES
from seapgen.render.word.mending import mended
from seapgen.render.word.package import Member, unpack
from seapgen.render.word.palette import HOUSE_PALETTE, Palette
from seapgen.render.word.shell import take_apart
from seapgen.render.word.style_ids import restored
from seapgen.render.word.taken import Taken
from seapgen.render.word.wording import wording
from seapgen.resources import folder

Parts = dict[str, bytes]
_LISTS = ("Heading1", "Heading1Annex", "ListBullet", "ListNumber", "CalloutList", "CalloutNumber")


@dataclass(frozen=True, slots=True)
class Stationery:
    """A compiled stationery: templates of its marked parts, everything else as it is."""

    templates: Mapping[str, Template]
    parts: Mapping[str, bytes]  # without the marked ones
    sections: Mapping[str, str]  # section properties by model page
    marks: tuple[str, ...]  # ids of chapters that have a place of their own, REST for all others
    has_tail: bool  # something stands behind the last mark
    lists: Mapping[str, ListForm]  # by style
    heading_levels: tuple[str, str]  # w:lvl of numbers of chapters and of headings of level 2
    first_list: int
    taken: Taken
    dyed: dict[tuple[Palette, str], tuple[Member, ...]] = field(
        default_factory=dict, compare=False
    )  # parts in colours and language, made once


def default_stationery() -> Path:
    """The house's own stationery."""
    return folder("templates") / "stationery" / "default.docx"


def check_stationery(
    path: Path, name: str = "", own: OwnTexts = NO_TEXTS, palette: Palette = HOUSE_PALETTE, known: Sequence[str] = ()
) -> tuple[Finding, ...]:
    """Everything that is wrong with a stationery file; nothing where documents can be made with it.

    `name` is how findings call the file, `own` the agency's blanks, `palette` the colours that it is printed in, `known` names
    and addresses that need no translation.
    """
    called = name or path.name
    try:
        content = path.read_bytes()
    except OSError:
        return (unreadable(called),)
    found = _inspected(called, content, frozenset(own.texts), palette)
    return found or tuple(wording(called, content, own, known))


def compile_stationery(path: Path, own: Iterable[str] = (), palette: Palette = HOUSE_PALETTE, name: str = "") -> Stationery:
    """The compiled stationery; `own` are names of the agency's blanks. BrokenTemplateError with all findings for its flaws."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise BrokenTemplateError([unreadable(name or path.name)]) from error
    return _compile(name or path.name, content, frozenset(own), palette)


@lru_cache(maxsize=8)
def _compile(name: str, content: bytes, own: frozenset[str], palette: Palette) -> Stationery:
    found = _inspected(name, content, own, palette)
    if found:
        raise BrokenTemplateError(found)
    parts = restored(mended(unpack(content)))
    parts |= {part: text.encode() for part, text in PROPERTIES.items() if part in parts}  # Word writes its user's name there
    taken = Taken.of(parts)
    shell = take_apart(parts["word/document.xml"])
    parts["word/document.xml"] = shell.document
    marked = [n for n in parts if MARKED.fullmatch(n) or n in PROPERTIES]
    templates = {n: template_of(parts.pop(n)) for n in marked}
    lists, levels, first = _numbering(parts)
    return Stationery(templates, parts, shell.sections, shell.marks, shell.has_tail, lists, levels, first, taken)


@lru_cache(maxsize=8)
def _inspected(name: str, content: bytes, own: frozenset[str], palette: Palette) -> tuple[Finding, ...]:
    return tuple(inspected(name, content, own, palette))


def _numbering(parts: Parts) -> tuple[dict[str, ListForm], tuple[str, str], int]:
    """The lists of styles, the two levels of heading numbers, and the first number that is free for a list of the body."""
    styles, numbering = parts["word/styles.xml"].decode(), parts["word/numbering.xml"].decode()
    numbers = {int(n): int(a) for n, a in re.findall(r'<w:num w:numId="(\d+)"[^>]*>\s*<w:abstractNumId w:val="(\d+)"', numbering)}
    forms = {}
    for style in _LISTS:
        found = re.search(rf'w:styleId="{style}".*?<w:numId w:val="(\d+)"', styles, re.DOTALL)
        number = int(found[1]) if found else 0
        forms[style] = ListForm(number, numbers.get(number, 0))
    levels = []
    definition = re.search(
        rf'<w:abstractNum [^>]*w:abstractNumId="{forms["Heading1"].definition}".*?</w:abstractNum>', numbering, re.DOTALL
    )
    for level in (0, 1):
        found = re.search(rf'<w:lvl w:ilvl="{level}".*?</w:lvl>', definition[0] if definition else "", re.DOTALL)
        levels.append(found[0] if found else "")
    return forms, (levels[0], levels[1]), 1 + max(numbers, default=0)
