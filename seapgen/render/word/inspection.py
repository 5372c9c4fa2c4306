"""Everything that is wrong with a stationery file, all at once, each with its code, the words of the paragraph, and a way out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping

from lxml import etree
from markupsafe import Markup

from seapgen.model.finding import Finding, Severity, Stage
from seapgen.model.message import Message, msg
from seapgen.model.shell import BODY, MODEL
from seapgen.model.source import Source
from seapgen.render.word.contrasts import weak_contrasts
from seapgen.render.word.filling import UnfillableError, tried
from seapgen.render.word.marks import MODELS, NS, flaws_of_part, known_blanks, names, text_of
from seapgen.render.word.package import UnreadablePackageError, unpack
from seapgen.render.word.palette import Palette
from seapgen.render.word.styles import IDS

Roots = Mapping[str, etree._Element]
MARKED = re.compile(r"word/(document|header\w*|footer\w*)\.xml")
_NEEDED = ("word/document.xml", "word/styles.xml", "word/numbering.xml", "word/_rels/document.xml.rels", "[Content_Types].xml")
_ACTIVE = re.compile(r"vbaProject\.bin$|/activeX/|/embeddings/.*\.bin$|/afchunk", re.IGNORECASE)
_FETCHING = re.compile(r"^\s*(INCLUDEPICTURE|INCLUDETEXT|DDE|DDEAUTO|LINK|RD|DATABASE|IMPORT)\b", re.IGNORECASE)
_CHANGES = ("ins", "del", "moveFrom", "moveTo")
_OURS = re.compile(r"chapters_\d+|has_cover|last_section")  # blanks that only we put into a stationery


def parser() -> etree.XMLParser:
    """A parser that expands nothing and fetches nothing."""
    return etree.XMLParser(resolve_entities=False, no_network=True)


def inspected(name: str, content: bytes, own: Collection[str], palette: Palette) -> Iterator[Finding]:
    """The errors of a stationery; `own` are names of the agency's blanks, `palette` the colours that it is printed in."""
    try:
        parts = unpack(content)
        roots = {n: etree.fromstring(c, parser()) for n, c in parts.items() if n.endswith((".xml", ".rels"))}
    except (UnreadablePackageError, etree.XMLSyntaxError):
        yield finding(name, "T40", msg("The stationery {file} is no readable Word file (.docx).", file=name))
        return
    missing = [n for n in _NEEDED if n not in parts]
    if missing:
        yield finding(name, "T40", msg("The stationery {file} lacks the parts {parts}.", file=name, parts=names(missing)))
        return
    found = [*_marks(name, roots, own), *_missing(name, roots), *_unsafe(name, parts, roots), *_unfinished(name, roots)]
    found += [finding(name, "T55", *weak, part=part) for part, weak in weak_contrasts(roots, palette)]
    yield from found or _trial(name, parts, own)


def finding(file: str, code: str, message: Message, proposal: Message | None = None, part: str = "") -> Finding:
    """An error of a stationery."""
    return Finding(code, Stage.TEMPLATE, Severity.ERROR, Source(file, sheet=part or None), message, proposal=proposal)


def unreadable(name: str) -> Finding:
    """The file cannot be opened."""
    return finding(name, "T40", msg("The stationery {file} cannot be read.", file=name))


def _marks(name: str, roots: Roots, own: Collection[str]) -> Iterator[Finding]:
    taken = {n for n in own if any(n in blanks for blanks in known_blanks().values()) or _OURS.fullmatch(n)}
    if taken:
        fact = msg("The house has blanks of these names: {names}.", names=names(taken))
        yield finding(name, "T57", fact, msg("Give the agency’s own texts other names."))
    for part, root in sorted(roots.items()):
        for flaw in flaws_of_part(root, own) if MARKED.fullmatch(part) else ():
            yield finding(name, flaw.code, flaw.message, flaw.proposal, part)


def _missing(name: str, roots: Roots) -> Iterator[Finding]:
    """Model pages, styles and the mark of the body that are not there, or more than once."""
    texts = [text_of(p) for p in roots["word/document.xml"].iter(f"{NS}p")]
    models = Counter(m[1] for t in texts for m in MODEL.finditer(t))
    if MODELS - models.keys():
        way = msg("Copy the pages marked [[model page: …]] from the house’s stationery.")
        lacking = names(MODELS - models.keys())
        yield finding(name, "T44", msg("The stationery has no model page for: {models}.", models=lacking), way)
    unclear = {m for m, times in models.items() if times > 1 or m not in MODELS}
    if unclear:
        way = msg("Model pages: {known}; each stands once.", known=names(MODELS))
        yield finding(name, "T44", msg("These model pages are unknown or stand twice: {models}.", models=names(unclear)), way)
    styles = {str(s.get(f"{NS}val")).lower() for s in roots["word/styles.xml"].iter(f"{NS}name")}
    if IDS.keys() - styles:
        way = msg("Copy the styles from the house’s stationery; their names must stay.")
        lacking = names(IDS.keys() - styles)
        yield finding(name, "T45", msg("The stationery lacks the styles: {styles}.", styles=lacking), way)
    bodies = sum(1 for t in texts if BODY.search(t))
    if bodies != 1:
        way = msg("Put {mark} once, in a paragraph of its own, where the remaining chapters stand.", mark="{{p body }}")
        yield finding(name, "T46", msg("The mark of the body stands {times} times in the stationery.", times=str(bodies)), way)


def _unsafe(name: str, parts: Mapping[str, bytes], roots: Roots) -> Iterator[Finding]:
    """Programs, foreign objects, and everything that would be fetched from elsewhere when the document is opened."""
    active = [n for n in parts if _ACTIVE.search(n)]
    if active:
        way = msg("Save it as .docx, without macros, controls and embedded objects.")
        yield finding(
            name, "T48", msg("The stationery {file} holds macros or objects: {parts}.", file=name, parts=names(active)), way
        )
    way = msg("Insert the picture or text itself instead of a link to it.")
    for part, root in sorted(roots.items()):
        for relation in root.iter("{*}Relationship") if part.endswith(".rels") else ():
            if relation.get("TargetMode") == "External" and not str(relation.get("Type")).endswith("/hyperlink"):
                fact = msg("The stationery fetches something from elsewhere: {target}.", target=str(relation.get("Target"))[:200])
                yield finding(name, "T54", fact, way, part)
        for field in _instructions(root) if MARKED.fullmatch(part) else ():
            if _FETCHING.match(field):
                fact = msg("The stationery fetches something from elsewhere: {target}.", target=field.strip()[:200])
                yield finding(name, "T54", fact, way, part)


def _unfinished(name: str, roots: Roots) -> Iterator[Finding]:
    """Changes that nobody has accepted: they would stand in every document."""
    way = msg("Accept or reject all changes.")
    for part, root in sorted(roots.items()):
        changes = root.iter(*(f"{NS}{kind}" for kind in _CHANGES)) if MARKED.fullmatch(part) else ()
        words = next(("".join(str(t) for t in c.itertext()).strip() for c in changes), None)
        if words is not None:
            fact = msg("The stationery holds tracked changes: “{words}”.", words=words[:80])
            yield finding(name, "T59", fact, way, part)


def _instructions(root: etree._Element) -> Iterator[str]:
    """The instructions of all fields, of one paragraph together: Word may break them into runs."""
    for simple in root.iter(f"{NS}fldSimple"):
        yield str(simple.get(f"{NS}instr"))
    for paragraph in root.iter(f"{NS}p"):
        yield "".join(node.text or "" for node in paragraph.iter(f"{NS}instrText"))


def _trial(name: str, parts: Mapping[str, bytes], own: Collection[str]) -> Iterator[Finding]:
    """Fill every part once with plain words: what the checks above did not see must not reach a document."""
    blanks = known_blanks(own)
    values = {n: "x" for n in blanks[""]} | {n: Markup() for n in blanks["p"] | blanks["r"]}
    for part, content in sorted(parts.items()):
        if MARKED.fullmatch(part):
            try:
                tried(content, values)
            except UnfillableError as error:
                fact = msg("The part {part} cannot be filled: {reason}", part=part, reason=str(error)[:200])
                yield finding(name, "T49", fact, part=part)
