"""The check report: what was found, by municipality and file, printed in one language, with rows and places among peers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from seapgen.model.excerpt import Excerpt, ShownRow, Spot
from seapgen.model.finding import Finding, Severity, Stage
from seapgen.model.message import Message
from seapgen.model.peers import Peers
from seapgen.model.programme import Programme
from seapgen.model.results import Results


@dataclass(frozen=True, slots=True)
class RuleWords:
    """A rule in words."""

    title: Message
    help: Message


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check report is made of. Without a programme (its head is broken) there are findings and rows only.

    `findings` are those to be reported; `stage` says up to which one was checked.
    """

    findings: tuple[Finding, ...]
    stage: Stage
    excerpts: Mapping[Spot, Excerpt]
    rules: Mapping[str, RuleWords]  # of the codes that were found, where a rule of the evaluators has them
    programme: Programme | None = None
    results: Results | None = None
    peers: Peers = field(default_factory=Peers)


@dataclass(frozen=True, slots=True)
class Said:
    """A printed text; `language` is named where it is another than the report's."""

    text: str
    language: str = ""

    def __bool__(self) -> bool:
        return bool(self.text)


NOTHING = Said("")


@dataclass(frozen=True, slots=True)
class Standing:
    """A value among those of the peers; `rank` is where it stands from 0 (less than all) to 100, for a drawing."""

    measure: Said
    own: Said
    median: Said
    usual: Said  # between the 5th and the 95th percentile
    share: Said  # how many per cent of the peers have no more
    peers: Said  # how many they are, and who
    rank: Decimal


@dataclass(frozen=True, slots=True)
class ShownColumn:
    """A column of shown rows: its letter in a spreadsheet, its head, the language of its texts, and whether it is the place's."""

    letter: str
    name: str
    language: str
    is_own: bool


@dataclass(frozen=True, slots=True)
class ReportedFinding:
    """A finding ready to be shown. `anchor` is unique in the report; `kind` is the severity, or `accepted`."""

    anchor: str
    kind: str
    code: str
    word: Said  # of the kind
    title: Said
    message: Said  # empty where the title says it all
    place: Said
    line: int  # 0 for a whole file
    value: Said
    limit: Said
    proposal: Said
    reason: Said
    rows: tuple[ShownRow, ...]  # around the place
    columns: tuple[ShownColumn, ...]  # of the rows; none where they are lines of text
    standing: Standing | None


@dataclass(frozen=True, slots=True)
class ReportedFile:
    """The findings of a file, in the order of its lines. `language` is that of a file of texts, else empty."""

    name: str
    language: str
    findings: tuple[ReportedFinding, ...]


@dataclass(frozen=True, slots=True)
class ReportedMunicipality:
    """A municipality, or the programme's own files where `id` is empty; `standings` are its places among the peers by year."""

    id: str
    anchor: str  # unique in the report
    name: Said
    counts: Mapping[Severity, int]
    summary: Said
    files: tuple[ReportedFile, ...]
    standings: tuple[tuple[Said, tuple[Standing, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class ReportedRule:
    """Why a rule of the report exists."""

    code: str
    title: Said
    help: Said


@dataclass(frozen=True, slots=True)
class Report:
    """The whole report. `tag` is the BCP 47 tag of its language; `words` are its labels by name."""

    tag: str
    title: Said
    programme: Said
    stage: Said
    summary: Said
    counts: Mapping[Severity, int]
    clean: int  # returns without findings
    municipalities: tuple[ReportedMunicipality, ...]
    rules: tuple[ReportedRule, ...]
    words: Mapping[str, Said]
