"""A new programme: what somebody typed is judged all at once, and becomes a folder that checks and builds."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from pathlib import Path

from seapgen import resources
from seapgen.exchange.latin_ids import latin_id
from seapgen.exchange.programme_folder import programme_files
from seapgen.intake.guards.characters import FORBIDDEN, composed, shown
from seapgen.intake.guards.paths import is_reserved
from seapgen.localise.language import available
from seapgen.localise.profiles import profiles
from seapgen.model.errors import UnknownRequestError
from seapgen.model.finding import Finding, Severity, Stage
from seapgen.model.message import Message, msg
from seapgen.model.noun import ID_PATTERN
from seapgen.model.source import Source
from seapgen.model.start import Named, Start, Started, StartWish
from seapgen.publish.fresh import write_fresh_folder
from seapgen.study import reference_data

FACTOR_SET = "com2023-ipcc-co2"  # as templates/programme has it
SPEAKERS = {  # languages that seapgen can write, and where councils speak them
    "en": {"IE", "MT", "GB"}, "it": {"IT"}, "hr": {"HR"}, "sv": {"SE", "FI"}, "el": {"GR", "CY"}, "pl": {"PL"}, "hu": {"HU"},
}  # fmt: skip
LONGEST_NAME = 200


def found_programme(folder: Path, wish: StartWish) -> Started:
    """Write the folder of a new programme: all of it or nothing.

    Raises:
        UnknownRequestError: with all that is wrong with the wish, and a folder that is not empty.
        OutputNotWritableError: the disk refuses.
    """
    judge = _Judge(wish)
    start = judge.start()
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        fact = msg("The folder is there already, and not empty.")
        judge.refuse(folder.as_posix(), fact, msg("Name a folder that is not there yet."))
    if judge.findings:
        raise UnknownRequestError(judge.findings)
    files = programme_files(start)
    write_fresh_folder(folder, files)
    written = available()
    return Started(
        tuple(sorted(files)), tuple(x for x in start.languages if x in written),
        tuple(x for x in start.languages if x not in written), start.municipalities,
    )  # fmt: skip


class _Judge:
    """Turns a wish into a start, and collects what is wrong with it."""

    def __init__(self, wish: StartWish) -> None:
        self.wish = wish
        self.findings: list[Finding] = []

    def refuse(self, option: str, fact: Message, way_out: Message) -> None:
        """Something in the way: an option, or the folder."""
        self.findings.append(Finding("R16", Stage.RUN, Severity.ERROR, Source(option), fact, proposal=way_out))

    def start(self) -> Start:
        """The start, as good as it can be read; it may be used only where nothing is in the way."""
        wish, country = self.wish, self._country()
        languages = self._languages()
        spoken = tuple(x for x in languages if country in SPEAKERS.get(x, ())) or languages[:1]
        towns = self._towns()
        issued = self._day()
        group = self.named("--group", wish.group) if wish.group.strip() else None
        return Start(
            self.named("--title", wish.title), languages, spoken, country, self.named("--agency", wish.agency), towns, issued,
            *self._year(country, issued), group,
        )  # fmt: skip

    def named(self, option: str, text: str) -> Named:
        """A name with its id, that of `id=Name` or one that is made from the name."""
        given, sign, rest = composed(text).strip().partition("=")
        name = rest.strip() if sign else given
        id_ = given.strip() if sign else latin_id(name)
        example = f"town-1={shown(name)}"
        if not name or len(name) > LONGEST_NAME or re.search(r"[\r\n\t]", name) or FORBIDDEN.search(name):
            way_out = msg("Give a name in one line, without control characters.")
            self.refuse(option, msg("“{name}” is no name.", name=shown(text)), way_out)
        elif not id_:
            way_out = msg("Put an id of small letters, digits, _ and - before it: {example}.", example=example)
            self.refuse(option, msg("No id can be made from “{name}”.", name=shown(name)), way_out)
        elif not re.fullmatch(ID_PATTERN, id_) or is_reserved(id_):
            way_out = msg("Put an id of small letters, digits, _ and - before it: {example}.", example=example)
            self.refuse(option, msg("“{id}” cannot be the name of a folder.", id=shown(id_)), way_out)
        return Named(id_, name)

    def _towns(self) -> tuple[Named, ...]:
        towns = tuple(self.named("--municipality", each) for each in self.wish.municipalities)
        if not towns:
            self.refuse(
                "--municipality", msg("No municipality is named."), msg("A programme has one at least: --municipality NAME.")
            )
        for id_ in sorted({each.id for each in towns if each.id and [t.id for t in towns].count(each.id) > 1}):
            self.refuse(
                "--municipality",
                msg("Two municipalities have the id “{id}”.", id=id_),
                msg("Put another id before one of them: ID=NAME."),
            )
        return towns

    def _languages(self) -> tuple[str, ...]:
        known = tuple(profiles(resources.folder("locales")))
        wanted = tuple(dict.fromkeys(each.strip() for each in self.wish.languages if each.strip()))
        for each in wanted:
            if each not in known:
                self.refuse("--language", msg("There is no language “{language}”.", language=shown(each)), _there_are(known))
        if not set(wanted) & set(available()):
            fact = msg("Nothing could be built: seapgen has no words yet in any of these languages.")
            self.refuse("--language", fact, msg("Add one of: {names}.", names=", ".join(available())))
        return wanted

    def _country(self) -> str:
        country = self.wish.country.strip().upper()
        known = sorted({each for series, each, _ in reference_data().national_electricity if len(each) == 2})
        if country not in known:
            fact = msg("There is no electricity factor of a country “{country}”.", country=shown(country))
            self.refuse("--country", fact, _there_are(known))
        return country

    def _day(self) -> date:
        try:
            return date.fromisoformat(self.wish.issue_date.strip())
        except ValueError:
            fact = msg("“{text}” is no date.", text=shown(self.wish.issue_date))
            self.refuse("--issue-date", fact, msg("Write it like this: {example}.", example="2026-06-30"))
            return date.max

    def _year(self, country: str, issued: date) -> tuple[int, Decimal]:
        """A year not after the issue with its national electricity factor; any where the country is unknown."""
        reference = reference_data()
        series = reference.factor_sets[FACTOR_SET].electricity
        factors = sorted(reference.national_electricity.items())
        known = {year: factor for (of, place, year), factor in factors if (of, place) == (series, country)}
        text = self.wish.baseline_year.strip()
        year = int(text) if re.fullmatch(r"[0-9]{4}", text) else 0
        usable = [each for each in known if each <= issued.year]
        if year not in usable and (known or not year):
            fact = msg("“{year}” cannot be the year of the baseline.", year=shown(text))
            limits = f"{usable[0]}–{usable[-1]}" if usable else "–"
            way_out = msg("The factors of national electricity and the issue date allow: {years}.", years=limits)
            self.refuse("--baseline-year", fact, way_out)
        return year, known.get(year, Decimal(0))


def _there_are(known: Iterable[str]) -> Message:
    return msg("There are: {names}.", names=", ".join(known))
