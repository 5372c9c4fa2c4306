"""The files of one municipality."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from making import imperfect, tables
from making.dataset import Inventory
from making.places import AGENCIES, FORMS, Place
from making.plan import Effect, cost
from making.split import Split

URL = "https://doi.org/10.2905/57A615EB-CFBC-435A-A8C5-553BD40F76C9"
SIGNED = {
    "marche": "2011-03-15", "istria": "2011-05-09", "kalmar": "2010-11-22", "macedonia": "2011-04-04", "bielsko": "2011-02-28",
    "north-hungary": "2011-06-20",
}  # fmt: skip
DECISIONS = {
    "marche": "{n}/2012", "istria": "KLASA: 351-01/12-01/{n}", "kalmar": "§ {n}/2012", "macedonia": "{n}/2012",
    "bielsko": "XXIV/{n}/2012", "north-hungary": "{n}/2012. (XI. 22.)",
}  # fmt: skip
FINANCING = {
    "marche": (("own", 30, True), ("national", 15, True), ("regional", 15, True), ("eu_erdf", 25, False), ("esco", 15, False)),
    "istria": (("own", 35, True), ("national", 25, True), ("eu_erdf", 25, False), ("loan", 15, False)),
    "kalmar": (("own", 55, True), ("national", 20, True), ("eu_erdf", 5, False), ("loan", 20, True)),
    "macedonia": (("own", 20, True), ("eu_erdf", 50, False), ("eib", 15, False), ("none", 15, False)),
    "bielsko": (("own", 25, True), ("eu_cohesion", 45, False), ("national", 20, True), ("loan", 10, True)),
    "north-hungary": (("own", 15, True), ("eu_cohesion", 60, False), ("national", 10, False), ("none", 15, False)),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Return:
    """What a municipality handed in."""

    place: Place
    inventories: tuple[Inventory, ...]  # the baseline, then a later one; none of a member of a joint plan
    splits: Mapping[Inventory, Split]  # empty for a return of sector totals
    plan: tuple[Effect, ...]
    reduction: int  # promised, in per cent
    target_year: int
    population: int


def files(one: Return, phrases: Mapping[str, Mapping[str, str]], offices: Mapping[str, Mapping[str, str]]) -> Iterator[tuple[str, str]]:
    """Names and contents."""
    yield "municipality.yaml", "\n".join(_head(one, phrases)) + "\n"
    if not one.inventories:
        return
    if one.splits:
        yield "consumption.csv", tables.consumption(one.splits)
        yield "factors.csv", tables.factors(one.splits)
        yield "totals.csv", tables.totals(one.inventories)
    else:
        yield "sector_totals.csv", tables.sector_totals(one.inventories)
    if _has_waste(one):
        yield "emissions.csv", tables.emissions(one.inventories)
    yield "actions.csv", tables.actions(one.place, one.plan, one.population, one.target_year, offices)
    for language in one.place.spoken:
        yield f"prose.{language}.md", _prose(one, language, phrases)


def _head(one: Return, phrases: Mapping[str, Mapping[str, str]]) -> Iterator[str]:
    place = one.place
    yield "# Fictional place; made by examples/city_sec/make.py. Names and forms: making/places.csv and making/forms.csv."
    yield f"id: {place.id}"
    yield f"name: {_texts(place.name)}"
    yield "forms:"
    for language, forms in place.forms.items():
        yield f"  {language}: {{{', '.join(f'{key}: {_quoted(forms[key])}' for key in FORMS)}}}"
    yield f"country: {place.country}"
    yield f"location: {{lat: {place.lat}, lon: {place.lon}}}"
    yield f"population: {{{', '.join(f'{year}: {count}' for year, count in _population(one).items())}}}"
    yield f"languages: [{', '.join(place.languages)}]"
    yield f"agency: {AGENCIES[place.group]}"
    yield f"group: {place.group}"
    yield f"covenant: {{{', '.join(_covenant(one))}}}"
    if one.inventories:
        yield from _inventories(one)
        yield from _money(one)
        yield from _sources(one, phrases)
    else:
        yield "provenance: {place: fictional}"


def _population(one: Return) -> dict[int, int]:
    return {i.year: i.population for i in one.inventories} or {imperfect_year(one): one.population}


def imperfect_year(one: Return) -> int:
    """The base year of the joint plan for its members."""
    return 1990 if one.place.id in imperfect.MEMBERS else 0


def _covenant(one: Return) -> Iterator[str]:
    place = one.place
    yield f"signed_on: {SIGNED[place.group]}"
    if place.id in imperfect.MEMBERS:
        return
    day = 4 + 3 * place.number % 24
    yield "returned_on: 2012-09-20" if place.id == imperfect.LATE else f"returned_on: 2012-06-{day:02d}"
    yield f"approved_on: 2012-11-{day + 2:02d}"
    yield f"decision: {_quoted(DECISIONS[place.group].format(n=40 + 7 * place.number))}"


def _inventories(one: Return) -> Iterator[str]:
    yield "inventories:"
    for inventory in one.inventories:
        detail = "factor_set: com2010-ipcc-co2e" if one.splits else f"detail: sector_totals, approach: {inventory.approach}, unit: t_co2e"
        yield f"  - {{year: {inventory.year}, kind: {inventory.kind}, {detail}}}"
    base = one.inventories[0].year
    yield "targets:"
    yield f"  - {{reduction_pct: {one.reduction}, target_year: {one.target_year}, base_year: {base}, basis: absolute, scope: energy}}"


def _money(one: Return) -> Iterator[str]:
    public = sum((cost(e, one.population)[0] for e in one.plan), Decimal(0))
    staff = (Decimal(one.population) / 25000 + Decimal("0.4")).quantize(Decimal("0.1"), ROUND_HALF_UP)
    events = 3 + one.place.number % 4 + one.population // 20000
    yield f"staff: {{fte_preparation: {staff}, fte_implementation: {staff + Decimal('0.3')}}}"
    yield f"participation: {{events: {events}, people: {events * (22 + 3 * one.place.number)}, answers: {one.population // 60}}}"
    yield f"budget: {{total_eur: {tables.plain(public)}, period: [2012, {one.target_year}]}}"
    yield "financing:"
    for source, share, secured in FINANCING[one.place.group]:
        yield f"  - {{source: {source}, share_pct: {share}, secured: {str(secured).lower()}}}"
    inventory = "derived" if one.splits else "real"
    yield f"provenance: {{place: fictional, inventory: {inventory}, actions: illustrative, prose: illustrative}}"


def _sources(one: Return, phrases: Mapping[str, Mapping[str, str]]) -> Iterator[str]:
    yield "sources:"
    for inventory in one.inventories:
        yield f"  {tables.source_key('jrc', inventory)}: {{text: {_said(one, 'jrc', inventory, phrases)}, url: {_quoted(URL)}}}"
        if one.splits:
            yield f"  {tables.source_key('networks', inventory)}: {{text: {_said(one, 'networks', inventory, phrases)}}}"
    if one.splits:
        yield f"  fuels: {{text: {_said(one, 'fuels', one.inventories[0], phrases)}}}"


def _said(one: Return, key: str, inventory: Inventory, phrases: Mapping[str, Mapping[str, str]]) -> str:
    return _texts({language: _phrase(phrases[key][language], [inventory]) for language in one.place.spoken})


def _phrase(text: str, inventories: Sequence[Inventory]) -> str:
    first = inventories[0]
    return text.replace("{signatory}", first.signatory).replace("{inventory}", ", ".join(i.id for i in inventories))


def _prose(one: Return, language: str, phrases: Mapping[str, Mapping[str, str]]) -> str:
    sections = {"inventory.method": _phrase(phrases["method_derived" if one.splits else "method_real"][language], one.inventories)}
    if one.place.number % 3 == 1 or one.place.id in (imperfect.JOINT, imperfect.UNTRANSLATED):
        sections["strategy.vision"] = phrases[f"vision_{one.place.number % 2}"][language]
    if one.place.id == imperfect.UNTRANSLATED and language != "en":
        del sections["strategy.vision"]
    return "\n".join(f"# {name}\n\n{text}\n" for name, text in sections.items())


def _has_waste(one: Return) -> bool:
    return any(c.tonnes for i in one.inventories for c in i.of("waste"))


def _texts(texts: Mapping[str, str]) -> str:
    return "{" + ", ".join(f"{language}: {_quoted(text)}" for language, text in texts.items()) + "}"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
