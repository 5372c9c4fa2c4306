"""The reader's desk: hands out the texts of a programme folder, remembers what was read and what was wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from seapgen.intake.guards.folder import listing, read_text
from seapgen.intake.nodes import Node
from seapgen.intake.nouns import noun, nouns
from seapgen.intake.rules import LoadRule
from seapgen.intake.yaml_file import read_yaml
from seapgen.model.finding import Finding
from seapgen.model.noun import Noun
from seapgen.model.source import Source

N = TypeVar("N", bound=Noun)
MOST_FINDINGS = 500  # of one file; the rest would hide them


@dataclass(frozen=True, slots=True)
class Heard:
    """What was found and which files were read between two moments."""

    findings: list[Finding] = field(default_factory=list)
    files: set[str] = field(default_factory=set)


class Desk:
    """One reading of one folder. It only ever grows: findings are kept in the order in which they came."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.listing = listing(root)
        self._findings: list[Finding] = list(self.listing.findings)
        self._count: Counter[str] = Counter()
        self._read: set[str] = set()
        self.pictures: set[str] = set()  # described in images.yaml

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings by file, line and column."""
        return tuple(sorted(self._findings, key=lambda f: (f.source.file, f.source.line, f.source.column, f.code)))

    @property
    def files(self) -> tuple[str, ...]:
        """What was read, relative, sorted."""
        return tuple(sorted(self._read))

    @contextmanager
    def overheard(self) -> Iterator[Heard]:
        """What is reported and read meanwhile; complete at the end."""
        heard, said, before = Heard(), len(self._findings), self._read
        self._read = heard.files
        try:
            yield heard
        finally:
            heard.findings.extend(self._findings[said:])
            self._read = before | heard.files

    def has(self, path: str) -> bool:
        """Whether the folder holds a file."""
        return path in self.listing.files

    def report(self, findings: Iterable[Finding]) -> None:
        """Keep findings, up to a bound for each file."""
        for finding in findings:
            self._count[finding.source.file] += 1
            if self._count[finding.source.file] <= MOST_FINDINGS:
                self._findings.append(finding)
            elif self._count[finding.source.file] == MOST_FINDINGS + 1:
                place = Source(finding.source.file, finding.source.line)
                self._findings.append(LoadRule.MANY_FINDINGS.at(place, "", str(MOST_FINDINGS)))

    def note(self, path: str) -> None:
        """Enter a file that a later step reads (a picture, a logo, stationery)."""
        self._read.add(path)

    def text(self, path: str) -> str | None:
        """The text of a file, or nothing where a finding says why."""
        self.note(path)
        text, findings = read_text(self.root, path)
        self.report(findings)
        return text

    def yaml(self, path: str) -> Node | None:
        """The data of a YAML file, or nothing where a finding says why."""
        text = self.text(path)
        if text is None:
            return None
        node, findings = read_yaml(text, path)
        self.report(findings)
        return node

    def noun(self, path: str, kind: type[N]) -> N | None:
        """The record of a YAML file, or nothing where there is no such file or a finding says why."""
        node = self.yaml(path) if self.has(path) else None
        if node is None:
            return None
        made, findings = noun(node, kind, path)
        self.report(findings)
        return made

    def nouns(self, path: str, kind: type[N]) -> tuple[N, ...]:
        """The good records of a YAML file that is a list, none where there is no such file."""
        node = self.yaml(path) if self.has(path) else None
        if node is None:
            return ()
        made, findings = nouns(node, kind, path)
        self.report(findings)
        return made
