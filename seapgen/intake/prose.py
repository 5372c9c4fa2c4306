"""Prose files: sections of Markdown under lines `# section.id`. It is data: no templates, no HTML, no pictures.

A line `[//]: # (…)` is a note of the author: it is read by nobody, and stands for an empty line.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from seapgen.intake.guards.characters import composed
from seapgen.intake.rules import LoadRule
from seapgen.intake.shapes import nearest
from seapgen.model.finding import Finding
from seapgen.model.source import Source

FILE_NAME = re.compile(r"prose\.([a-z]{2,3})\.md")
_HEAD = re.compile(r"#[ \t]+(.*?)[ \t]*")
_HTML = re.compile(r"</?[a-zA-Z][a-zA-Z0-9-]*(\s[^<>]*)?/?>|<!--")
_NOTE = re.compile(r"\[//\]: # \(.*\)[ \t]*")  # the usual comment of Markdown: a link's address that no link uses
_PICTURE = re.compile(r"!\[[^\]]*\]\(")


@dataclass(frozen=True, slots=True)
class Prose:
    """The sections of one file in one language, the line where each begins, and the first line of its text."""

    texts: Mapping[str, str] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict)
    first_lines: Mapping[str, int] = field(default_factory=dict)


def read_prose(text: str, file: str, known: Collection[str]) -> tuple[Prose, tuple[Finding, ...]]:
    """The sections of a file; `known` are the section ids that may stand in it."""
    findings: list[Finding] = []
    texts: dict[str, list[str]] = {}
    lines: dict[str, int] = {}
    current: list[str] | None = None
    was_early = False
    for number, written in enumerate(re.split(r"\r\n|\r|\n", composed(text)), 1):
        line = "" if _NOTE.fullmatch(written) else written
        if match := _HEAD.fullmatch(line):
            name, current = match[1], []
            findings += _head_findings(name, Source(file, number, len(line) - len(line[1:].lstrip()) + 1), lines, known)
            if name in known and name not in lines:
                texts[name], lines[name] = current, number
        elif current is not None:
            current.append(line)
            findings += _line_findings(line, file, number)
        elif line.strip() and not was_early:
            was_early = True
            findings.append(LoadRule.TEXT_BEFORE_SECTION.at(Source(file, number, 1)))
    joined = {name: "\n".join(body).strip() for name, body in texts.items()}
    findings += [LoadRule.SECTION_EMPTY.at(Source(file, lines[name], 1), name=name) for name, body in joined.items() if not body]
    first = {name: lines[name] + 1 + next((n for n, line in enumerate(body) if line.strip()), 0) for name, body in texts.items()}
    return Prose({name: body for name, body in joined.items() if body}, lines, first), tuple(findings)


def _head_findings(name: str, place: Source, first: Mapping[str, int], known: Collection[str]) -> list[Finding]:
    if name not in known:
        return [LoadRule.SECTION_UNKNOWN.at(place, name=name, names=nearest(name, known))]
    return [LoadRule.SECTION_TWICE.at(place, name=name, first=str(first[name]))] if name in first else []


def _line_findings(line: str, file: str, number: int) -> list[Finding]:
    found = [LoadRule.HTML_IN_PROSE.at(Source(file, number, m.start() + 1), m.group()) for m in _HTML.finditer(line)]
    return found + [LoadRule.PICTURE_IN_PROSE.at(Source(file, number, m.start() + 1), m.group()) for m in _PICTURE.finditer(line)]
