"""`docs/actions.md`, from the library of typical actions and its words."""

from __future__ import annotations

from collections.abc import Iterator

from seapgen import resources
from seapgen.intake.reference import load_reference
from seapgen.localise.language import SOURCE, load_language
from seapgen.model.library import DESCRIPTION, INDICATOR, TITLE, Library, LibraryAction, Range
from seapgen.model.message import Term
from seapgen.model.vocabulary import Sector

INTRODUCTION = """<!-- Made by python -m seapgen.handbook from seapgen/data/action*.csv and locales/en; do not edit. -->

# The library of typical actions

An action in `actions.csv` may name a key of this list in its column `library`. Then

- its title, description and indicator are printed in every language that has a catalogue, as long as it has none of its own: a
  `title`, an `indicator`, a section `action.<id>.description`. Texts of the library are marked where they are printed, and stay
  editable in Word and on the page;
- its cost by what it saves or produces in a year and by each tonne is compared with the ranges here, and its sector with the one
  here: rule CA of [the checks](checks.md). **No value is ever filled in from the library.**

A key that is not here is an error at its cell, which names the keys that are nearest. `seapgen library` prints this list, also in
other languages (`--lang it`), by sector (`--sector residential`) and for programs (`--json`).

## How to read the ranges

Ranges come from one to four published plans, so they show what such actions brought and cost elsewhere, not what they cost here.
Energy, tonnes and costs in EUR are those of one plan, or of all such actions in one city; costs by MWh or tonne are investments
divided by what comes of them in one year.

- **printed**: the number stands in the source.
- **computed**: from numbers that are printed there; paybacks assume 200 EUR/MWh of electricity, 90 of heat, 160 of fuel, 100 for
  electricity that is sold.
- **unconfirmed**: general knowledge of the field, without a source; to be verified before anybody relies on it.
- **doubtful**: printed or computed, but implausible or of an unclear unit; no check measures by it.

Sources are given by key, with the number of the action in the plan where one is known; the list stands at the end. To add or
correct a range, edit `seapgen/data/action_ranges.csv`; how it is made up is told in `seapgen/data/SOURCES.md`.
"""


def actions_page() -> bytes:
    """`docs/actions.md` as it should be."""
    return "".join(f"{line}\n" for line in _Page(load_reference(resources.data()).library).lines()).encode()


class _Page:
    """One making of the page."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.english = load_language(SOURCE)

    def lines(self) -> Iterator[str]:
        """The whole page."""
        actions = self.library.actions.values()
        yield from (INTRODUCTION, "## All keys", "", "| key | title | sector |", "|---|---|---|")
        for each in actions:
            yield f"| [`{each.key}`](#{each.key}) | {self._text(each, TITLE)} | {self._sector(each)} |"
        yield ""
        for sector in dict.fromkeys(each.sector for each in actions):
            those = [each for each in actions if each.sector == sector]
            yield from (f"## {self._sector(those[0])}", "")
            for each in those:
                yield from self._action(each)
        yield from ("## Sources", "")
        yield from (f"- **{work}**: {citation}" for work, citation in self.library.works.items())

    def _action(self, action: LibraryAction) -> Iterator[str]:
        """Heading, texts and ranges of an action."""
        yield from (f"### {action.key}", "", f"**{self._text(action, TITLE)}**: {self._text(action, DESCRIPTION)}", "")
        yield f"- **Indicator:** {self._text(action, INDICATOR)}."
        yield f"- **Sector** `{action.sector}`, **area** {action.area}, **instrument** {action.instrument}."
        yield from ("", "| of | range | mark | source | note |", "|---|---|---|---|---|")
        yield from (self._range(each) for each in action.ranges)
        yield ""

    def _range(self, each: Range) -> str:
        said, unit = self.english.show(each.said()), self._word(f"range_unit.{each.unit}")
        cells = (self._word(f"range_quantity.{each.quantity}"), f"{said} {unit}", self._word(f"range_mark.{each.mark}"))
        return f"| {' | '.join((*cells, ', '.join(each.works), each.note))} |"

    def _text(self, action: LibraryAction, form: str) -> str:
        return self.english.show(Term(f"library.{action.key}", form))

    def _sector(self, action: LibraryAction) -> str:
        return self._word(f"{'sector' if isinstance(action.sector, Sector) else 'action_sector'}.{action.sector}")

    def _word(self, key: str) -> str:
        return self.english.show(Term(key, "label"))
