"""`docs/checks.md`, from the table of rules and their words."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from seapgen import resources
from seapgen.check.rule import Rule, Unjudged
from seapgen.check.rules import ALL, family
from seapgen.handbook.place import DOCS
from seapgen.intake.reference import load_reference
from seapgen.localise.language import SOURCE, load_language
from seapgen.model.message import Message
from seapgen.model.rules import Limit, Metric, RuleEntry, RuleTable

HITS = DOCS / "checks-hits.csv"
FAMILIES = (
    ("I", "Inventory: is it there, and whole?"), ("E", "Inventory: energy"), ("F", "Inventory: emissions and factors"),
    ("S", "Energy supply"), ("A", "Targets and actions"), ("R", "Peers"), ("C", "Document"),
)  # fmt: skip
INTRODUCTION = """<!-- Made by python -m seapgen.handbook from seapgen/data/rules.toml and seapgen/check; do not edit. -->

# The checks

What the Covenant's evaluators look at, before they do. `seapgen check PROGRAMME` tells every finding with its cell, the value,
the limit and a way out; `seapgen check --explain E7` prints what stands here about one rule, in the language of the user.

- An **error** has to be mended: no document is made of a return with an error of the stages inventory and plan. A **warning**
  asks a person to look; an **info** is a remark. Some rules weigh some cases otherwise; these stand behind the first severity.
- A person who has looked accepts a finding in [accepted.yaml](input.md#findings-that-are-known), with a reason that is printed.
- A rule of stage **inventory** needs no plan, one of stage **plan** judges actions and targets, one of stage **submission** what
  the Covenant asks for when a plan is handed in. What is asked of a plan is asked where there is one: an action, an approval or a
  hand-over to the Covenant.
- Limits, severities and stages stand in `seapgen/data/rules.toml`, where a person may revise them. Percentiles of other
  signatories stand in `seapgen/data/peers.csv`.
- `tests/rules/<code>` holds for every rule an input that breaks it and one that only just does not.
"""
HITS_INTRODUCTION = """`python -m benchmarks.rules` runs all rules over 3,109 signatories (4,024 inventories) of the JRC dataset
named below, as they were submitted: about half of the dataset. These are returns of sector totals without carriers and without
plans, so the rules of carriers, factors, supply and actions are not tried by them; those are tried by whole inventories as cities
printed them, in `tests/cases`. A sample of hits was looked at by hand: **true** is a defect of the data, **false** is none,
**open** cannot be told from the data. Rules that are not listed found nothing.
"""


def checks_page() -> bytes:
    """`docs/checks.md` as it should be."""
    return _Page(load_reference(resources.data()).rules).text().encode()


class _Page:
    """One making of the page."""

    def __init__(self, table: RuleTable) -> None:
        self.table = table
        self.english = load_language(SOURCE)

    def text(self) -> str:
        """The whole page."""
        left_out = [each for each in ALL if isinstance(each, Unjudged) and each.is_left_out]
        parts = [INTRODUCTION, *self._overview(), ""]
        for letter, title in FAMILIES:
            rules = [each for each in ALL if family(each.code) == letter and each not in left_out]
            parts += [f"## {title}", "", *(line for each in rules for line in (*self._rule(each), ""))]
        parts += ["## Left out", "", *(f"- **{e.code} {self._say(e.title)}**: {self._say(e.help)}" for e in left_out), ""]
        parts += ["## Evidence beside recommendations", "", *self._metrics(self.table.metrics.values()), ""]
        parts += ["## How often real inventories break them", "", HITS_INTRODUCTION, *_hits(), ""]
        parts += ["## Sources", "", *(f"- **{key}**: {work}" for key, work in self.table.sources.items())]
        return "\n".join(parts) + "\n"

    def _overview(self) -> Iterator[str]:
        yield "| code | what | severity | stage |"
        yield "|---|---|---|---|"
        for each in ALL:
            entry = self.table.rules[each.code]
            is_left_out = isinstance(each, Unjudged) and each.is_left_out
            yield f"| {each.code} | {self._say(each.title)} | {'left out' if is_left_out else entry.severity} | {entry.stage} |"

    def _rule(self, each: Rule | Unjudged) -> Iterator[str]:
        """Title, why, way out, then what the table says."""
        entry = self.table.rules[each.code]
        yield f"### {each.code} {self._say(each.title)}"
        yield ""
        yield self._say(each.help)
        yield ""
        if isinstance(each, Rule):
            yield f"- **Way out:** {self._say(each.way_out)}"
        yield f"- **Severity:** {_severities(entry)}. **Stage:** {entry.stage}. **Source:** {', '.join(entry.sources)}."
        yield f"- **Reads:** {_columns(entry.columns)}."
        if entry.found_as:
            yield f"- **While loading:** {', '.join(entry.found_as)}."
        yield from (f"- {_limit(limit)}" for limit in entry.limits.values())

    def _metrics(self, metrics: Iterable[Metric]) -> Iterator[str]:
        yield "What the data say beside a recommendation of an agency; nothing is judged by it, and nothing computes it yet."
        yield "The costs of actions against those of the library are such evidence too, and a rule: CA, above."
        yield ""
        yield "| code | what | reads | reference | source |"
        yield "|---|---|---|---|---|"
        for each in metrics:
            limits = "; ".join(f"{limit.value} ({limit.source}: {limit.note})" for limit in each.limits.values())
            definition = each.definition[:1].upper() + each.definition[1:]
            yield f"| {each.code} | {definition} | {_columns(each.columns)} | {limits or '–'} | {', '.join(each.sources)} |"

    def _say(self, message: Message) -> str:
        return self.english.wording(message).replace("<", "\\<")


def _hits() -> Iterator[str]:
    """The table of `docs/checks-hits.csv`, which a benchmark writes and a person completes."""
    yield "| code | severity | hits | signatories | looked at | true | false | open | what was seen |"
    yield "|---|---|---:|---:|---:|---:|---:|---:|---|"
    for row in csv.DictReader(io.StringIO(HITS.read_text(encoding="utf-8"))):
        code, *cells = row.values()
        yield f"| **{code}** | {' | '.join(cells)} |"


def _severities(entry: RuleEntry) -> str:
    others = "; ".join(f"{name.replace('_', ' ')}: {severity}" for name, severity in entry.degrees.items())
    return f"{entry.severity} ({others})" if others else str(entry.severity)


def _columns(columns: Sequence[str]) -> str:
    """Columns by file: `consumption.csv` quantity, unit; `municipality.yaml` population."""
    files: dict[str, list[str]] = {}
    for column in columns:
        file, _, name = column.partition(":")
        files.setdefault(file, []).append(name)
    return "; ".join(f"`{file}`" + (f" {', '.join(names)}" if names != ["*"] else "") for file, names in files.items())


def _limit(limit: Limit) -> str:
    return f"**`{limit.name}` = {limit.value}** ({limit.source}){': ' if limit.note else ''}{limit.note}"
