"""Lines: planned things become inlines of one language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from seapgen.compose.faults import ChapterFault
from seapgen.compose.held import FIRST, LETTER, RESERVED, SLOT
from seapgen.compose.markup import merged, parse_line
from seapgen.compose.missing import listed_once, unusable, unwritten
from seapgen.model.errors import MissingTranslationError
from seapgen.model.finding import Finding, Severity
from seapgen.model.inline import (
    CrossReference,
    Emphasis,
    FigureInline,
    Footnote,
    Inline,
    Link,
    Planned,
    Role,
    Span,
    Strong,
    Text,
)
from seapgen.model.language import Language
from seapgen.model.message import (
    Figure,
    Message,
    NoteMark,
    Place,
    Prose,
    Reference,
    Several,
    Term,
    Value,
    Verbatim,
    Words,
)


class Writer:
    """Writes lines in one language; what is missing is written in `reference`, or else collected until the end."""

    def __init__(self, language: Language, reference: Language | None, figures: Mapping[str, Figure]) -> None:
        self.language, self.reference, self.figures = language, reference, figures
        self.findings: list[Finding] = []
        self.missing: list[Finding] = []

    def line(self, parts: tuple[Planned, ...], role: Role = "text") -> tuple[Inline, ...]:
        """A line of the document; a figure that stands alone in a table's cell is a bare number."""
        return _with_single_points(merged([inline for part in parts for inline in self._part(part, role)]))

    def single(self, part: Planned | None) -> Inline | None:
        """A value that stands alone in a chart or tile."""
        if part is None:
            return None
        line = self.line((part,), "chart")
        if len(line) != 1:
            raise ValueError(f"one value is wanted, not {line!r}")
        return line[0]

    def refuse_missing(self) -> None:
        """Raise everything that could not be written."""
        if self.missing:
            raise MissingTranslationError(listed_once(self.missing))

    def chosen(self, texts: Mapping[str, str], what: str) -> tuple[str, str]:
        """What people wrote in this language, with its code; in a draft, what they wrote in the language of reference."""
        there = {code: text for code, text in texts.items() if text.strip()}
        if self.language.code in there or not there:
            return self.language.code, there.get(self.language.code, "")
        fault = unwritten(self.language.code, what, sorted(there))
        if self.reference is None:
            raise fault
        code = self.reference.code if self.reference.code in there else min(there)
        self.note(fault.findings)
        return code, there[code]

    def note(self, findings: tuple[Finding, ...]) -> None:
        """Remember what a draft prints in another language; once each."""
        self.findings = listed_once([*self.findings, *findings], Severity.WARNING)

    def _part(self, part: Planned, role: Role) -> tuple[Inline, ...]:
        """One part; what is missing in the language is written in the language of reference, marked."""
        try:
            return self._written(part, role, self.language)
        except MissingTranslationError as error:
            if self.reference is None:
                self.missing += error.findings
                return ()
            self.note(error.findings)
        try:
            return (Span(self.reference.code, self._written(part, role, self.reference), draft=True),)
        except MissingTranslationError as error:
            self.missing += error.findings
            return ()

    def _written(self, part: Planned, role: Role, language: Language) -> tuple[Inline, ...]:
        match part:
            case Strong(children):
                return (Strong(self.line(children)),)
            case Emphasis(children):
                return (Emphasis(self.line(children)),)
            case Link(url, children):
                return (Link(url, self.line(children)),)
            case Text():
                return (part,)
            case Figure():
                return (language.figure(part, role=role),)
            case Term():
                return (Text(language.term(part)),)
            case Prose():
                raise ValueError("a free text stands alone in a section of its own")
            case _:
                return self._value(part, "", language)

    def _value(self, value: Value, form: str, language: Language) -> tuple[Inline, ...]:
        """A value in a sentence. A string is letters, whatever they look like."""
        match value:
            case Figure():
                return (language.figure(value, form=form),)
            case Term() | Several() | Place():
                return (Text(self._word(value, form, language)),)
            case Words(texts):
                code, text = self.chosen(texts, _excerpt(texts))
                return (Text(text),) if code == language.code else (Span(code, (Text(text),), draft=True),)
            case Verbatim(text):
                return (Text(text),)
            case Reference(target):
                return (CrossReference(target),)
            case NoteMark(_, words):
                return (Footnote(self._footnote(words)),)
            case Message():
                return self._sentence(value, language)

    def _word(self, value: Term | Several | Place | Verbatim | Words, form: str, language: Language) -> str:
        match value:
            case Term():
                return language.term(value, form or ("subject" if value.form == "label" else ""))
            case Several(items):
                small = form[:1].lower() + form[1:]
                return language.listed([self._word(item, small if n else form, language) for n, item in enumerate(items)])
            case Place():
                return language.place(value, form)
            case Verbatim(text):
                return text
            case Words(texts):
                return self.chosen(texts, _excerpt(texts))[1]

    def _footnote(self, words: tuple[Message, ...]) -> tuple[Inline, ...]:
        parts: list[Planned] = []
        for sentence in words:
            parts += [Text(" "), sentence] if parts else [sentence]
        return self.line(tuple(parts))

    def _sentence(self, message: Message, language: Language) -> tuple[Inline, ...]:
        """Translate, put a letter in place of each value, read as one line, put the values in place of the letters."""
        text, values = language.wording(message), dict(message.values)
        slots = list(SLOT.finditer(text))
        lettered = text
        for n, slot in reversed(list(enumerate(slots))):
            lettered = lettered[: slot.start()] + chr(FIRST + n) + lettered[slot.end() :]
        if {slot[1] for slot in slots} - set(values) or RESERVED.search(text) or re.search("[{}]", lettered):
            raise unusable(language.code, text, sorted(values))
        filled = [self._value(values[slot[1]], slot[2] or "", language) for slot in slots]
        try:
            return parse_line(lettered, lambda letters: tuple(_spent(letters, filled)))
        except ChapterFault:
            raise unusable(language.code, text, sorted(values)) from None


def _spent(letters: str, values: list[tuple[Inline, ...]]) -> Iterator[Inline]:
    for part in LETTER.split(letters):
        if LETTER.fullmatch(part):
            yield from values[ord(part) - FIRST]
        else:
            yield Text(part)


def _with_single_points(line: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """`30. listopada 2013.` at a sentence's end keeps one point."""
    out: list[Inline] = []
    for node in line:
        before = out[-1] if out else None
        ended = isinstance(before, FigureInline) and before.text.endswith(".")
        kept = Text(node.text[1:]) if ended and isinstance(node, Text) and node.text.startswith(".") else node
        out += [kept] if kept != Text("") else []
    return tuple(out)


def _excerpt(texts: Mapping[str, str]) -> str:
    """The beginning of a text, to recognise it by."""
    text = next((texts[code] for code in sorted(texts) if texts[code].strip()), "")
    return text if len(text) <= 60 else text[:59] + "…"
