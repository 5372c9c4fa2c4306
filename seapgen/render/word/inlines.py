"""Writes what stands inside a line: runs with their language, links, references, notes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias
from urllib.parse import quote

from seapgen.model.document import Labels
from seapgen.model.inline import (
    CrossReference,
    Emphasis,
    FigureInline,
    Footnote,
    Inline,
    LineBreak,
    Link,
    Span,
    Strong,
    Text,
)
from seapgen.render.word.ledger import Ledger, reference_name
from seapgen.render.word.wordml import BREAK, attribute, clean, paragraph, styled

Target: TypeAlias = Literal["number", "heading", "place"]
Line: TypeAlias = tuple[Inline, ...]
_SAFE = "%/:=&?~#+!$,;'@()*[]"  # what an address may hold unquoted

# Word's spelling wants a region; these are the ones of the Covenant's signatories most at hand
_REGIONS = {
    "bg": "BG", "cs": "CZ", "da": "DK", "de": "DE", "el": "GR", "en": "GB", "es": "ES", "et": "EE", "fi": "FI", "fr": "FR",
    "ga": "IE", "hr": "HR", "hu": "HU", "it": "IT", "lt": "LT", "lv": "LV", "mt": "MT", "nl": "NL", "pl": "PL", "pt": "PT",
    "ro": "RO", "sk": "SK", "sl": "SI", "sv": "SE", "sr": "RS", "uk": "UA",
}  # fmt: skip


def proofing_tag(language: str) -> str:
    """The tag under which Word looks for a language's spelling."""
    return f"{language}-{_REGIONS[language]}" if language in _REGIONS else language


@dataclass(frozen=True, slots=True)
class Look:
    """Run properties that add up on the way down to a text."""

    style: str = ""
    is_bold: bool | None = None  # False says "not bold" inside a bold paragraph
    is_italic: bool = False
    is_draft: bool = False
    extra: str = ""  # direct properties, in schema order between italics and language

    def xml(self, language: str) -> str:
        """The properties in schema order, or nothing."""
        parts = [styled(self.style) if self.style else styled("Draft") if self.is_draft else ""]
        parts.append("" if self.is_bold is None else "<w:b/><w:bCs/>" if self.is_bold else '<w:b w:val="0"/><w:bCs w:val="0"/>')
        parts.append("<w:i/><w:iCs/>" if self.is_italic else "")
        parts.append(self.extra)
        parts.append(f'<w:lang w:val="{attribute(language)}"/>' if language else "")
        inner = "".join(parts)
        return f"<w:rPr>{inner}</w:rPr>" if inner else ""


PLAIN = Look()


class Inlines:
    """Writes runs; knows the language that is spoken and what references lead to."""

    def __init__(self, ledger: Ledger, labels: Labels[Inline], language: str, tag: str, targets: Mapping[str, Target]) -> None:
        self.ledger, self.labels, self.tag = ledger, labels, tag
        self._document, self._targets = language, targets
        self._language = ""  # tag of a passage in another language than the document

    @property
    def spoken(self) -> str:
        """The tag of what is written now."""
        return self._language or self.tag

    @contextmanager
    def speaking(self, language: str, labels: Labels[Inline] | None = None) -> Iterator[None]:
        """Write a passage in a language, with its fixed words where it has its own."""
        before = self._language, self.labels
        self._language = "" if language == self._document else proofing_tag(language)
        self.labels = labels or self.labels
        yield
        self._language, self.labels = before

    def run(self, text: str, look: Look = PLAIN) -> str:
        """A run of plain text."""
        properties = "" if look is PLAIN and not self._language else look.xml(self._language)
        return f'<w:r>{properties}<w:t xml:space="preserve">{clean(text)}</w:t></w:r>'

    def runs(self, line: Line, look: Look = PLAIN) -> str:
        """The runs of a line."""
        return "".join([self._one(inline, look) for inline in line])

    def paragraph(self, style: str, line: Line, more: str = "", look: Look = PLAIN) -> str:
        """A paragraph; `more` holds direct paragraph properties."""
        return paragraph(style, self.runs(line, look), more)

    def field(self, instruction: str, shown: str, look: Look = PLAIN) -> str:
        """A field with its result filled in, so that nothing asks to be updated."""
        return f'<w:fldSimple w:instr=" {attribute(instruction)} ">{self.run(shown, look)}</w:fldSimple>'

    def _one(self, inline: Inline, look: Look) -> str:
        if isinstance(inline, Text | FigureInline):  # nearly all
            return self.run(inline.text, look)
        match inline:
            case LineBreak():
                return BREAK
            case Strong(children):
                return self.runs(children, replace(look, is_bold=True))
            case Emphasis(children):
                return self.runs(children, replace(look, is_italic=True))
            case Link(url, children):
                return self._link(url, children, look)
            case CrossReference(target, text):
                return self._reference(target, text, look)
            case Footnote(children):
                return self._footnote(children)
            case Span(language, children, draft):
                with self.speaking(language):
                    return self.runs(children, replace(look, is_draft=draft or look.is_draft))

    def _link(self, url: str, children: Line, look: Look) -> str:
        key = self.ledger.link(quote(url, safe=_SAFE, errors="ignore"))
        return f'<w:hyperlink r:id="{key}" w:history="1">{self.runs(children, replace(look, style="Hyperlink"))}</w:hyperlink>'

    def _reference(self, target: str, text: str, look: Look) -> str:
        """A field for numbers that Word counts; a link to what has none; words for what is not in this document."""
        name = reference_name(target)
        match self._targets.get(target):
            case "number":
                return self.field(f"REF {name} \\h", text, look)
            case "heading":
                return self.field(f"REF {name} \\n \\h", text, look)
            case "place":
                return f'<w:hyperlink w:anchor="{name}" w:history="1">{self.run(text, look)}</w:hyperlink>'
            case None:
                return self.run(text, look)

    def _footnote(self, children: Line) -> str:
        mark = '<w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
        number = self.ledger.next_footnote()
        words = f"<w:r>{mark}<w:footnoteRef/></w:r>{self.run(' ')}{self._unlinked(children)}"
        self.ledger.note(number, f'<w:footnote w:id="{number}">{paragraph("FootnoteText", words)}</w:footnote>')
        return f'<w:r>{mark}<w:footnoteReference w:id="{number}"/></w:r>'

    def _unlinked(self, children: Line) -> str:
        """The runs of a footnote: relationships of the body do not reach its part, so an address stands in words."""
        written = ""
        for child in children:
            if isinstance(child, Link):
                written += self.runs(child.children) + self.run(f" ({child.url})")
            elif not isinstance(child, Footnote):
                written += self._one(child, PLAIN)
        return written
