"""Lines: planned things become inlines of one language."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from seapgen.compose.faults import ChapterFault
from seapgen.compose.markup import merged
from seapgen.compose.missing import listed_once, unusable, unwritten
from seapgen.compose.numbering import number_of
from seapgen.compose.wording import wording
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
    WITHHELD,
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

    def __init__(
        self, language: Language, reference: Language | None, figures: Mapping[str, Figure], numbers: Mapping[str, str]
    ) -> None:
        self.language, self.reference, self.figures, self.numbers = language, reference, figures, numbers
        self.findings: list[Finding] = []
        self.missing: list[Finding] = []

    def line(self, parts: tuple[Planned, ...], role: Role = "text") -> tuple[Inline, ...]:
        """A line of the document; a figure that stands alone in a table's cell is a bare number."""
        if len(parts) == 1:  # most lines: what one part gives is merged already
            found = self._part(parts[0], role)
            return _with_single_points(found) if len(found) > 1 else found
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

    def chosen(self, texts: Mapping[str, str], what: str = "") -> tuple[str, str]:
        """What people wrote in this language, with its code; in a draft, what they wrote in the language of reference.

        A finding calls it `what`, or by its beginning.
        """
        own = texts.get(self.language.code, "")
        if own.strip():
            return self.language.code, own
        there = {code: text for code, text in texts.items() if text.strip()}
        if not there:
            return self.language.code, ""
        fault = unwritten(self.language.code, what or _excerpt(texts), sorted(there))
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
            case Message():
                return self._sentence(part, language)
            case Figure():
                return _figure(part, language, role=role)
            case Term():
                return (Text(language.term(part)),)
            case Strong(children):
                return (Strong(self.line(children)),)
            case Emphasis(children):
                return (Emphasis(self.line(children)),)
            case Link(url, children):
                return (Link(url, self.line(children)),)
            case Text(text):
                return (part,) if text else ()
            case Prose():
                raise ValueError("a free text stands alone in a section of its own")
            case _:
                return self._value(part, "", language)

    def _value(self, value: Value, form: str, language: Language) -> tuple[Inline, ...]:
        """A value in a sentence. A string is letters, whatever they look like."""
        match value:
            case Figure():
                return _figure(value, language, form=form)
            case Term() | Several() | Place():
                return (Text(self._word(value, form, language)),)
            case Words():
                code, text = self._chosen_words(value, language)
                line = (Text(text),) if text else ()
                return line if code == language.code else (Span(code, line, draft=not value.is_name),)
            case Verbatim(text):
                return (Text(str(text)),) if text else ()  # a word of an enumeration becomes mere letters
            case Reference(target):
                return (CrossReference(target, number_of(target, self.numbers)),)
            case NoteMark(label, words):
                if not words:
                    raise ValueError(f"the footnote {label} of Python code has no words")
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
            case Words():
                return self._chosen_words(value, language)[1]

    def _chosen_words(self, value: Words, language: Language) -> tuple[str, str]:
        """Language and text; a name needs no translation."""
        return value.in_language(language.code) if value.is_name else self.chosen(value.by_language)

    def _footnote(self, words: tuple[Message, ...]) -> tuple[Inline, ...]:
        parts: list[Planned] = []
        for sentence in words:
            parts += [Text(" "), sentence] if parts else [sentence]
        return self.line(tuple(parts))

    def _sentence(self, message: Message, language: Language) -> tuple[Inline, ...]:
        """The translation with its values, each in the form that its slot asks for."""
        text = language.wording(message)
        try:
            said = wording(text)
        except ChapterFault:
            raise unusable(language.code, text, [name for name, _ in message.values]) from None
        if not said.slots:
            return said.line
        values = dict(message.values)
        if not said.names <= values.keys():
            raise unusable(language.code, text, sorted(values))
        return said.filled([self._value(values[name], form, language) for name, form in said.slots])


def _figure(figure: Figure, language: Language, *, form: str = "", role: Role = "text") -> tuple[Inline, ...]:
    """A number; what is withheld is none, so no tree can carry it."""
    return (Text(WITHHELD),) if figure.is_withheld else (language.figure(figure, form=form, role=role),)


def _with_single_points(line: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """`30. listopada 2013.` at a sentence's end keeps one point."""
    for n, (before, node) in enumerate(pairwise(line), 1):
        if (
            isinstance(before, FigureInline)
            and before.text.endswith(".")
            and isinstance(node, Text)
            and node.text.startswith(".")
        ):
            shorter = (Text(node.text[1:]),) if len(node.text) > 1 else ()
            return (*line[:n], *_with_single_points((*shorter, *line[n + 1 :])))
    return line


def _excerpt(texts: Mapping[str, str]) -> str:
    """The beginning of a text, to recognise it by."""
    text = next((texts[code] for code in sorted(texts) if texts[code].strip()), "")
    return text if len(text) <= 60 else text[:59] + "…"
