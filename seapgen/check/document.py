"""Rules C1 and C2: the document against the data."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

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
    if not case.municipality.texts:
        return
    figures = {path: derived.figure for path, derived in case.results.figures.items()}
    least, near = case.limits["min_amount"], case.limits["near_pct"]
    for section, texts in case.municipality.texts.items():
        for language, text in texts.items():
            place = case.municipality.text_places.get((section, language)) or case.file(f"prose.{language}.md")
            for typed in typed_amounts(text):
                if max(value for value, _ in typed.values) < least:
                    continue
                path = _meant(typed, figures, near)
                if path:
                    yield _remark(typed, place, path, figures[path])


def _meant(typed: Typed, figures: Mapping[str, Figure], near: Decimal) -> str:
    """The headline that a typed amount misses; nothing where it is any computed amount, or near to none."""
    alike = {p: f.value for p, f in figures.items() if kind_of(f.unit) == typed.kind and isinstance(f.value, Decimal)}
    if any(typed.means(value) for value in alike.values()):
        return ""
    return next((p for p, value in alike.items() if HEADLINES.fullmatch(p) and typed.is_near(value, near)), "")


def _remark(typed: Typed, place: Source, path: str, figure: Figure) -> Remark:
    """Prose says a number; the results say another one that is near."""
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
