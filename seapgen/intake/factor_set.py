"""A factor set: head lines `# key: value`, then the columns carrier, fuel, t_per_mwh, default, mark."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from seapgen.intake.nodes import Place
from seapgen.intake.records import read_records
from seapgen.intake.repeats import repeats
from seapgen.intake.rules import LoadRule
from seapgen.model.factors import FactorRow, FactorSet
from seapgen.model.finding import Finding
from seapgen.model.noun import ID_PATTERN, Noun, Number
from seapgen.model.source import Source
from seapgen.model.vocabulary import Approach, Carrier, EmissionUnit

_HEAD_LINE = re.compile(r"#[ \t]*([a-z_]+)[ \t]*:[ \t]*(.*?)[ \t]*")


class FactorLine(Noun):
    """A row of a factor set."""

    carrier: Carrier
    fuel: str = ""
    t_per_mwh: Number
    default: Literal["yes", "no"] = "no"
    mark: str = ""


@dataclass(slots=True)
class Head:
    """The head lines of a file: values and where they stand; `body` is the rest, with as many lines before it."""

    values: dict[str, str] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    body: str = ""


def read_factor_set(text: str, file: str) -> tuple[FactorSet | None, tuple[Finding, ...]]:
    """A factor set, or nothing where findings say why. The file is named after the id."""
    head = split_head(text)
    findings = list(_head_findings(head, file))
    lines, found = read_records(head.body, FactorLine, file)
    findings += found
    findings += repeats(lines, lambda r: f"{r.carrier} {r.fuel}".strip(), "carrier")
    findings += repeats((r for r in lines if r.default == "yes"), lambda r: f"{r.carrier} default", "default")
    if findings:
        return None, tuple(findings)
    values = head.values
    rows = tuple(FactorRow(r.carrier, r.fuel, r.t_per_mwh, r.default == "yes", r.mark, r.at("t_per_mwh")) for r in lines)
    return FactorSet(
        values["id"], Approach(values["approach"]), EmissionUnit(values["unit"]), int(values["year"]), values["source"], rows,
        values.get("electricity", ""),
    ), ()  # fmt: skip


def split_head(text: str) -> Head:
    """Cut the head lines off; they are left as empty lines so that the table keeps its line numbers."""
    head = Head()
    lines = re.split(r"\r\n|\r|\n", text)
    for number, line in enumerate(lines):
        if not line.startswith("#"):
            break
        if match := _HEAD_LINE.fullmatch(line):
            head.values[match[1]] = match[2]
            head.places[match[1]] = (number + 1, match.start(2) + 1)
        lines[number] = ""
    head.body = "\n".join(lines)
    return head


def _head_findings(head: Head, file: str) -> Iterator[Finding]:
    """What the head lacks or says wrongly."""
    tests = {
        "id": rf"{ID_PATTERN}", "approach": "|".join(Approach), "unit": "|".join(EmissionUnit), "year": "(19|20|21)[0-9]{2}",
        "source": ".+", "electricity": "[a-z0-9_]*",
    }  # fmt: skip
    for name, pattern in tests.items():
        value = head.values.get(name, "" if name == "electricity" else None)
        if value is None or not re.fullmatch(pattern, value):
            yield LoadRule.REFERENCE_HEAD.at(Source(file, *head.places.get(name, (1, 0))), value or "", name=name)
    id_ = head.values.get("id", "")
    if id_ and id_ != (stem := file.rpartition("/")[2].removesuffix(".csv")):
        yield LoadRule.FOLDER_NAME.at(Source(file, *head.places["id"]), folder=stem, id=id_)
