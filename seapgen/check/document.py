"""Rules C1 and C2: the document against the data."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cached_property

from seapgen.check.amount import count
from seapgen.check.case import Case
from seapgen.check.rule import Remark, Rule
from seapgen.check.typed import Typed, kind_of, typed_amounts
from seapgen.model.message import Figure, msg, nmsg
from seapgen.model.source import Source

# The amounts that prose speaks of; the smaller ones lie so close together that any number is near to one of them.
HEADLINES = re.compile(
    r"inventory\.\d+\.(energy_mwh|emissions_energy_t|emissions_t)|target\.\d+\.(base_t|reduction_t|allowed_t)"
    r"|plan\.\d+\.(reduction_t|energy_saving_mwh|res_production_mwh)|plan\.cost(_total|_public|_private)?_eur"
)


def _typed_numbers(case: Case) -> Iterator[Remark]:
    least, computed = case.limits["min_amount"], _Computed(case)
    for (section, language), text in sorted(_texts(case)):
        place = case.municipality.text_places.get((section, language)) or case.file(f"prose.{language}.md")
        for typed in typed_amounts(text):
            if max(value for value, _ in typed.values) >= least:
                figure = computed.missed_by(typed)
                if figure:
                    yield _remark(typed, place, figure)


def _texts(case: Case) -> Iterator[tuple[tuple[str, str], str]]:
    return (((section, lang), text) for section, texts in case.municipality.texts.items() for lang, text in texts.items())


class _Computed:
    """Computed amounts of a case: all by kind, in order, and the headlines. They are looked up when prose has an amount."""

    def __init__(self, case: Case) -> None:
        self._figures = case.results.figures
        self._near = case.limits["near_pct"]

    @cached_property
    def _amounts(self) -> Mapping[str, Sequence[Decimal]]:
        found: dict[str, set[Decimal]] = {kind: set() for kind in ("energy", "tonnes", "money", "")}
        for derived in self._figures.values():
            value = derived.figure.value
            if isinstance(value, Decimal):
                found[kind_of(derived.figure.unit)].add(abs(value))
        return {kind: sorted(values) for kind, values in found.items()}

    @cached_property
    def _headlines(self) -> Sequence[tuple[str, Figure]]:
        return [(path, d.figure) for path, d in self._figures.items() if HEADLINES.fullmatch(path)]

    def missed_by(self, typed: Typed) -> tuple[str, Figure] | None:
        """The headline that a typed amount misses; none where it is any computed amount, or near to no headline."""
        if typed.means_one_of(self._amounts[typed.kind]):
            return None
        alike = ((path, f) for path, f in self._headlines if kind_of(f.unit) == typed.kind)
        return next(((path, f) for path, f in alike if isinstance(f.value, Decimal) and typed.is_near(f.value, self._near)), None)


def _remark(typed: Typed, place: Source, missed: tuple[str, Figure]) -> Remark:
    """Prose says a number; the results say another one that is near."""
    path, figure = missed
    source = replace(place, line=place.line + typed.line - 1, column=typed.column) if place.line else place
    shown = replace(figure, id="")
    fact = msg("The text says {typed}; {figure} is computed.", typed=typed.text, figure=shown)
    way_out = msg("Write [{typed}](figure:{path}): then the computed amount is printed.", typed=typed.text, path=path)
    return Remark(source, fact, limit=shown, proposal=way_out)


def _english(case: Case) -> Iterator[Remark]:
    """The Covenant's template is filled in English, whatever language the council reads."""
    lacking = [a for a in case.municipality.actions if a.title and "en" not in a.title]
    if lacking:
        fact = nmsg("{n} action has no English title.", "{n} actions have no English title.", n=count(len(lacking)))
        yield Remark(lacking[0].at("title"), fact, count(len(lacking)))


DOCUMENT = (
    Rule("C1", msg("The text says what the data say"),
         msg("Numbers that seapgen prints are those of the data. A number that people typed into prose may be an older one: it is"
             " named where a computed amount of the same unit is near, but not the same."),
         msg("Link the number to its figure: then the computed amount is printed."), _typed_numbers),
    Rule("C2", msg("English for the template"),
         msg("The document is in the language of the council, the Covenant's template in English."),
         msg("Add English to the languages of the programme, and a column title.en."), _english),
)  # fmt: skip
