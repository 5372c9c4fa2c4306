"""An agency's stationery: an ordinary Word file with marks, checked, compiled once and filled many times."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, Template, TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from lxml import etree
from markupsafe import Markup

from seapgen.model.errors import BrokenTemplateError
from seapgen.model.finding import Finding, Severity, Stage
from seapgen.model.message import Message, msg
from seapgen.model.source import Source
from seapgen.render.word.lists import ListForm
from seapgen.render.word.marks import (
    MODEL,
    MODELS,
    PARAGRAPH_BLANKS,
    RUN_BLANKS,
    TEXT_BLANKS,
    flaws_of_part,
    flaws_of_text,
    names,
    text_of,
)
from seapgen.render.word.package import Member, UnreadablePackageError, unpack
from seapgen.render.word.palette import Palette
from seapgen.render.word.shell import take_apart
from seapgen.render.word.styles import IDS
from seapgen.render.word.wordml import W
from seapgen.resources import folder

NS = f"{{{W}}}"
Parts = dict[str, bytes]
_MARKED = re.compile(r"word/(document|header\w*|footer\w*)\.xml")
_PROPERTIES = ("docProps/core.xml", "docProps/app.xml")
_NEEDED = ("word/document.xml", "word/styles.xml", "word/numbering.xml", "word/_rels/document.xml.rels", "[Content_Types].xml")
_LISTS = ("Heading1", "Heading1Annex", "ListBullet", "ListNumber", "CalloutList", "CalloutNumber")


@dataclass(frozen=True, slots=True)
class Stationery:
    """A compiled stationery: templates of its marked parts, everything else as it is."""

    templates: Mapping[str, Template]
    parts: Mapping[str, bytes]  # without the marked ones
    sections: Mapping[str, str]  # section properties by model page
    chapters: tuple[str, ...]  # ids of chapters that have a place of their own
    has_tail: bool  # something stands behind the last mark
    lists: Mapping[str, ListForm]  # by style
    heading_levels: tuple[str, str]  # w:lvl of numbers of chapters and of headings of level 2
    first_list: int
    dyed: dict[tuple[Palette, str], tuple[Member, ...]] = field(
        default_factory=dict, compare=False
    )  # parts in colours and language, made once


def default_stationery() -> Path:
    """The house's own stationery."""
    return folder("templates") / "stationery" / "default.docx"


def check_stationery(path: Path) -> tuple[Finding, ...]:
    """Everything that is wrong with a stationery file; nothing where documents can be made with it."""
    try:
        content = path.read_bytes()
    except OSError:
        return (_finding(path.name, "T40", msg("The stationery {file} cannot be read.", file=path.name)),)
    return _check(path.name, content)


def compile_stationery(path: Path) -> Stationery:
    """The compiled stationery; BrokenTemplateError with all findings where it has flaws."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise BrokenTemplateError(check_stationery(path)) from error
    return _compile(path.name, content)


@lru_cache(maxsize=8)
def _compile(name: str, content: bytes) -> Stationery:
    found = _check(name, content)
    if found:
        raise BrokenTemplateError(found)
    parts = unpack(content)
    _restore_ids(parts)
    shell = take_apart(parts["word/document.xml"])
    parts["word/document.xml"] = shell.document
    patch = DocxTemplate(None).patch_xml
    environment = ImmutableSandboxedEnvironment(autoescape=True, undefined=StrictUndefined)
    marked = [n for n in parts if _MARKED.fullmatch(n) or n in _PROPERTIES]
    templates = {n: environment.from_string(patch(parts.pop(n).decode())) for n in marked}
    lists, levels, first = _numbering(parts)
    return Stationery(templates, parts, shell.sections, shell.chapters, shell.has_tail, lists, levels, first)


@lru_cache(maxsize=8)
def _check(name: str, content: bytes) -> tuple[Finding, ...]:
    try:
        parts = unpack(content)
        roots = {n: etree.fromstring(c, _parser()) for n, c in parts.items() if n.endswith((".xml", ".rels"))}
    except (UnreadablePackageError, etree.XMLSyntaxError):
        return (_finding(name, "T40", msg("The stationery {file} is no readable Word file (.docx).", file=name)),)
    missing = [n for n in _NEEDED if n not in parts]
    if missing:
        return (_finding(name, "T40", msg("The stationery {file} lacks the parts {parts}.", file=name, parts=names(missing))),)
    found = [*_flawed_marks(name, roots), *_missing(name, roots), *_unsafe(name, parts)]
    return tuple(found) or tuple(_trial(name, parts))


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True)


def _finding(file: str, code: str, message: Message, proposal: Message | None = None, part: str = "") -> Finding:
    return Finding(code, Stage.TEMPLATE, Severity.ERROR, Source(file, sheet=part or None), message, proposal=proposal)


def _flawed_marks(name: str, roots: Mapping[str, etree._Element]) -> Iterator[Finding]:
    for part, root in sorted(roots.items()):
        flaws = flaws_of_part(root) if _MARKED.fullmatch(part) else flaws_of_text(root) if part in _PROPERTIES else ()
        for flaw in flaws:
            yield _finding(name, flaw.code, flaw.message, flaw.proposal, part)


def _missing(name: str, roots: Mapping[str, etree._Element]) -> Iterator[Finding]:
    """Model pages, styles and the mark of the body that are not there."""
    texts = [text_of(p) for p in roots["word/document.xml"].iter(f"{NS}p")]
    models = {m[1] for t in texts for m in MODEL.finditer(t)}
    if MODELS - models:
        way = msg("Copy the pages marked [[model page: …]] from the house’s stationery.")
        lacking = names(MODELS - models)
        yield _finding(name, "T44", msg("The stationery has no model page for: {models}.", models=lacking), way)
    styles = {str(s.get(f"{NS}val")).lower() for s in roots["word/styles.xml"].iter(f"{NS}name")}
    if IDS.keys() - styles:
        way = msg("Copy the styles from the house’s stationery; their names must stay.")
        lacking = names(IDS.keys() - styles)
        yield _finding(name, "T45", msg("The stationery lacks the styles: {styles}.", styles=lacking), way)
    bodies = sum(1 for t in texts if re.search(r"\{\{p\s+body\s*\}\}", t))
    if bodies != 1:
        way = msg("Put {mark} once, in a paragraph of its own, where the chapters begin.", mark="{{p body }}")
        yield _finding(name, "T46", msg("The mark of the body stands {times} times in the stationery.", times=str(bodies)), way)


def _unsafe(name: str, parts: Parts) -> Iterator[Finding]:
    if any(n.endswith("vbaProject.bin") for n in parts):
        way = msg("Save it as .docx, without macros.")
        yield _finding(name, "T48", msg("The stationery {file} holds macros.", file=name), way)


def _trial(name: str, parts: Parts) -> Iterator[Finding]:
    """Fill every part once with plain words: what the checks above did not see must not reach a document."""
    patch = DocxTemplate(None).patch_xml
    environment = ImmutableSandboxedEnvironment(autoescape=True, undefined=StrictUndefined)
    values = {n: "x" for n in TEXT_BLANKS} | {n: Markup() for n in PARAGRAPH_BLANKS | RUN_BLANKS}
    for part, content in sorted(parts.items()):
        if not _MARKED.fullmatch(part) and part not in _PROPERTIES:
            continue
        try:
            etree.fromstring(environment.from_string(patch(content.decode())).render(values).encode(), _parser())
        except (TemplateError, etree.XMLSyntaxError, UnicodeDecodeError) as error:
            yield _finding(
                name, "T49", msg("The part {part} cannot be filled: {reason}", part=part, reason=str(error)[:200]), part=part
            )


def _restore_ids(parts: Parts) -> None:
    """Give styles the ids that the body writes: a Word in another language renames them (Heading1 becomes Titolo1)."""
    styles = etree.fromstring(parts["word/styles.xml"], _parser())
    found = {}
    for style in styles.iter(f"{NS}style"):
        called = style.find(f"{NS}name")
        if called is not None:
            found[str(called.get(f"{NS}val")).lower()] = str(style.get(f"{NS}styleId"))
    renamed = {found[name]: wanted for name, wanted in IDS.items() if found[name] != wanted}
    if not renamed:
        return
    attributes = "pStyle|rStyle|tblStyle|basedOn|next|link|styleLink|numStyleLink"
    pattern = re.compile(rf'(<w:(?:{attributes}) w:val="|w:styleId=")([^"]*)"')
    for name, content in parts.items():
        if name.startswith("word/") and name.endswith(".xml"):
            parts[name] = pattern.sub(lambda m: f'{m[1]}{renamed.get(m[2], m[2])}"', content.decode()).encode()


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
