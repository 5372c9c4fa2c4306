"""Findings become a report: by municipality, by file, by place, in the words of one language."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from seapgen.compose.report.speech import Speech
from seapgen.compose.report.standings import standing_of, standings
from seapgen.compose.report.words import kind_word, words
from seapgen.model.excerpt import Excerpt
from seapgen.model.finding import Finding, Severity
from seapgen.model.language import Language
from seapgen.model.message import Figure, Message, Term, Verbatim, msg, nmsg
from seapgen.model.municipality import Municipality
from seapgen.model.noun import ID_PATTERN
from seapgen.model.report import (
    NOTHING,
    Checked,
    Report,
    ReportedFile,
    ReportedFinding,
    ReportedMunicipality,
    ReportedRule,
    Said,
    ShownColumn,
)
from seapgen.model.source import Source
from seapgen.model.units import Unit
from seapgen.model.verdict import counts, worst_first

_LANGUAGE_OF_COLUMN = re.compile(r"[a-z_]+\.([a-z]{2,3})")
_LANGUAGE_OF_FILE = re.compile(r"prose\.([a-z]{2,3})\.md")


def compose_report(checked: Checked, language: Language, source: Language) -> Report:
    """The report in a language; what that has no words for is said in the language of the source."""
    return _Writer(checked, Speech(language, source)).report()


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes one report."""

    checked: Checked
    speech: Speech

    def report(self) -> Report:
        """All of it. What says the same of a place stands once."""
        found, programme = worst_first(self.checked.findings), self.checked.programme
        towns = tuple(self._municipalities(found))
        return Report(
            self.speech.language.tag, self.speech.say(msg("Check report")),
            self.speech.pick(programme.head.title) if programme else NOTHING,
            self.speech.say(msg("Checked up to: {stage}", stage=Term(f"stage.{self.checked.stage}"))),
            self._summary(found), _tally(found), sum(not t.files for t in towns if t.id), towns,
            tuple(self._rules(found)), words(self.speech),
        )  # fmt: skip

    def _municipalities(self, found: Sequence[Finding]) -> Iterator[ReportedMunicipality]:
        """The programme's own files, then every municipality by its name.

        Marks on letters do not count: the alphabet of a language would need a library that not everybody has installed.
        """
        programme = self.checked.programme
        known = {m.id: m for m in programme.municipalities} if programme else {}
        names = {f.municipality: Said(f.municipality) for f in found}
        names |= {id_: self.speech.pick(m.head.name) for id_, m in known.items()}
        own = [f for f in found if not f.municipality]
        if own:
            yield self._municipality("", self.speech.say(msg("Files of the programme")), own, None)
        for id_ in sorted(filter(None, names), key=lambda i: (_letters_alone(names[i].text), i)):
            yield self._municipality(id_, names[id_], [f for f in found if f.municipality == id_], known.get(id_))

    def _municipality(self, id_: str, name: Said, found: Sequence[Finding], known: Municipality | None) -> ReportedMunicipality:
        results = self.checked.results.municipalities.get(id_) if self.checked.results else None
        places = standings(known, results, self.checked.peers, self.speech) if known and results else ()
        anchor = _anchor(id_)
        files = tuple(self._files(anchor, found))
        return ReportedMunicipality(id_, anchor, name, _tally(found), self._summary(found), files, places)

    def _files(self, anchor: str, found: Iterable[Finding]) -> Iterator[ReportedFile]:
        """The files by name, their findings by place; the worst first where several stand in one."""
        ordered = sorted(found, key=lambda f: (f.source.file, f.source.line, f.source.column))
        number = 0
        for file, inside in groupby(ordered, key=lambda f: f.source.file):
            shown = []
            for finding in inside:
                number += 1
                shown.append(self._finding(f"{anchor}.{number}", finding))
            match = _LANGUAGE_OF_FILE.search(file)
            yield ReportedFile(file, match[1] if match else "", tuple(shown))

    def _finding(self, anchor: str, finding: Finding) -> ReportedFinding:
        speech, rule = self.speech, self.checked.rules.get(finding.code)
        kind = "accepted" if finding.accepted else finding.severity.value
        message = speech.say(finding.message)
        excerpt = self.checked.excerpts.get((finding.code, finding.source), Excerpt(()))
        return ReportedFinding(
            anchor, kind, finding.code, kind_word(kind, speech), speech.say(rule.title) if rule else message,
            message if rule else NOTHING, speech.say(_place(finding.source, is_field=bool(excerpt.columns))), finding.source.line,
            speech.show(finding.value), speech.show(finding.limit),
            NOTHING if finding.accepted else speech.say(finding.proposal), self._reason(finding),
            excerpt.rows, tuple(_columns(excerpt, finding.source.column)), standing_of(finding, speech),
        )  # fmt: skip

    def _reason(self, finding: Finding) -> Said:
        """Why a person has accepted it."""
        from_data = getattr(finding.reason, "by_language", None)
        return self.speech.pick(from_data) if from_data else self.speech.show(finding.reason)

    def _summary(self, found: Sequence[Finding]) -> Said:
        n = {name: Figure("", Decimal(number), Unit.COUNT) for name, number in counts(found).items()}
        return self.speech.say(
            msg(
                "{errors}, {warnings}, {remarks}",
                errors=nmsg("{n} error", "{n} errors", n=n["error"]),
                warnings=nmsg("{n} warning", "{n} warnings", n=n["warning"]),
                remarks=nmsg("{n} remark", "{n} remarks", n=n["info"]),
            )
        )

    def _rules(self, found: Iterable[Finding]) -> Iterator[ReportedRule]:
        """The evaluators' rules that found something, by code."""
        for code in sorted({f.code for f in found} & set(self.checked.rules), key=lambda c: (c[0], int(c[1:]))):
            rule = self.checked.rules[code]
            yield ReportedRule(code, self.speech.say(rule.title), self.speech.say(rule.help))


def _tally(found: Iterable[Finding]) -> Mapping[Severity, int]:
    """How many there are of each severity; accepted ones are remarks."""
    return {Severity(name): number for name, number in counts(found).items()}


def _columns(excerpt: Excerpt, own: int) -> Iterator[ShownColumn]:
    """The columns of an excerpt; a head like `title.it` names the language of its texts."""
    for number, name in zip(excerpt.columns, excerpt.names, strict=True):
        match = _LANGUAGE_OF_COLUMN.fullmatch(name)
        yield ShownColumn(letters(number), name, match[1] if match else "", number == own)


def _letters_alone(name: str) -> str:
    """A name without the marks of its letters, for sorting."""
    return "".join(letter for letter in unicodedata.normalize("NFD", name) if not unicodedata.combining(letter)).casefold()


def _anchor(id_: str) -> str:
    """Where a municipality's part begins; the name of a folder that is no id is written in code."""
    name = id_ if re.fullmatch(ID_PATTERN, id_) else "-".join(f"{ord(letter):x}" for letter in id_)
    return f"town.{name}" if id_ else "programme"


def _place(source: Source, *, is_field: bool) -> Message | None:
    """Line and column; a field of a table has the letter that a spreadsheet shows."""
    line, column = Verbatim(str(source.line)), source.column
    if not source.line:
        return None
    if not column:
        return msg("Line {line}", line=line)
    if is_field:
        return msg("Line {line}, column {column}", line=line, column=letters(column))
    return msg("Line {line}, character {column}", line=line, column=str(column))


def letters(column: int) -> str:
    """The name of a column in a spreadsheet: 1 is A, 27 is AA."""
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name
