"""Words of a stationery that are the same in every language, and blanks of the agency's own that nobody prints."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from lxml import etree

from seapgen.model.finding import Finding, Severity, Stage
from seapgen.model.message import msg
from seapgen.model.outfit import OwnTexts
from seapgen.model.shell import MODEL
from seapgen.model.source import Source
from seapgen.render.word.inspection import MARKED, parser
from seapgen.render.word.marks import NS, names, names_of_blanks, text_of, without_marks
from seapgen.render.word.package import unpack

_LONGEST = 120


def wording(name: str, content: bytes, own: OwnTexts, known: Collection[str]) -> Iterator[Finding]:
    """Warnings about static words, remarks about blanks; of a stationery that has no errors.

    `known` are the agency's name and how it is reached: like `own.keep` they need no translation.
    """
    roots = {n: etree.fromstring(c, parser()) for n, c in unpack(content).items() if MARKED.fullmatch(n)}
    stays = sorted((_squeezed(t) for t in {*own.keep, *known} if t.strip()), key=len, reverse=True)
    told: set[str] = set()
    for part, root in sorted(roots.items()):
        for words in _static(root):
            if words not in told and _is_foreign(words, stays):
                told.add(words)
                fact = msg("This text is the same in every language: “{words}”.", words=words[:_LONGEST])
                way = msg(
                    "Make it a blank of {file} with one text for each language, or list it there under keep.", file=own.file
                )
                yield Finding("T56", Stage.TEMPLATE, Severity.WARNING, Source(name, sheet=part), fact, proposal=way)
    used = {blank for root in roots.values() for p in root.iter(f"{NS}p") for blank in names_of_blanks(text_of(p))}
    if unused := own.texts.keys() - used:
        fact = msg("The stationery has no blank for these texts: {names}.", names=names(unused))
        way = msg("Write {mark} where the text stands.", mark=f"{{{{ {min(unused)} }}}}")
        yield Finding("T58", Stage.TEMPLATE, Severity.INFO, Source(own.file), fact, proposal=way)


def _static(root: etree._Element) -> Iterator[str]:
    """The words of paragraphs that are no marks, and what drawings say to those who do not see them."""
    for paragraph in root.iter(f"{NS}p"):
        words = text_of(paragraph)
        if not MODEL.search(words):
            yield _squeezed(without_marks(words))
    for drawing in root.iter("{*}docPr"):
        yield _squeezed(str(drawing.get("descr") or ""))


def _is_foreign(words: str, stays: Collection[str]) -> bool:
    """Whether letters are left when all that may stay is taken away."""
    for text in stays:
        words = words.replace(text, " ")
    return any(letter.isalpha() for letter in words)


def _squeezed(text: str) -> str:
    return " ".join(text.split())
