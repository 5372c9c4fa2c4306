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

DOI = "doi:10.2905/57A615EB-CFBC-435A-A8C5-553BD40F76C9"
URL = f"https://doi.org/{DOI.removeprefix('doi:')}"
SIGNED = {
    "marche": "2011-03-15", "istria": "2011-05-09", "kalmar": "2010-11-22", "macedonia": "2011-04-04", "bielsko": "2011-02-28",
    "north-hungary": "2011-06-20",
}  # fmt: skip
DECISIONS = {
    "marche": "{n}/2012", "istria": "KLASA: 351-01/12-01/{n}", "kalmar": "§ {n}/2012", "macedonia": "{n}/2012",
    "bielsko": "XXIV/{n}/2012", "north-hungary": "{n}/2012. (XI. 22.)",
}  # fmt: skip


Texts = Mapping[str, Mapping[str, str]]  # key -> language -> text


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


def files(one: Return, phrases: Texts, offices: Texts) -> Iterator[tuple[str, str]]:
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


def _head(one: Return, phrases: Texts) -> Iterator[str]:
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
    """Inhabitants by year; of a member of the joint plan in the base year of that plan."""
    return {i.year: i.population for i in one.inventories} or {imperfect.JOINT_BASE_YEAR: one.population}


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
        kind = f"year: {inventory.year}, kind: {inventory.kind}"
        if one.splits:
            yield f"  - {{{kind}, factor_set: com2010-ipcc-co2e}}"
        else:
            yield f"  - {{{kind}, detail: sector_totals, approach: {inventory.approach}, unit: t_co2e}}"
    promise = f"reduction_pct: {one.reduction}, target_year: {one.target_year}, base_year: {one.inventories[0].year}"
    yield "targets:"
    yield f"  - {{{promise}, basis: absolute, scope: energy}}"


def _money(one: Return) -> Iterator[str]:
    public = sum((cost(e, one.population)[0] for e in one.plan), Decimal(0))
    staff = (Decimal(one.population) / 25000 + Decimal("0.4")).quantize(Decimal("0.1"), ROUND_HALF_UP)
    events = 3 + one.place.number % 4 + one.population // 20000
    yield f"staff: {{fte_preparation: {staff}, fte_implementation: {staff + Decimal('0.3')}}}"
    yield f"participation: {{events: {events}, people: {events * (22 + 3 * one.place.number)}, answers: {one.population // 60}}}"
    yield f"budget: {{total_eur: {tables.plain(public)}, period: [2012, {one.target_year}]}}"
    yield "financing:"
    for source, share in financing(one).items():
        yield f"  - {{source: {source}, share_pct: {share}, secured: {str(source != 'none').lower()}}}"
    inventory = "derived" if one.splits else "real"
    yield f"provenance: {{place: fictional, inventory: {inventory}, actions: illustrative, prose: illustrative}}"


def financing(one: Return) -> dict[str, int]:
    """Shares of the budget in whole per cent, the largest first: of each action's first source, of none while it waits."""
    money: dict[str, Decimal] = {}
    for number, effect in enumerate(one.plan):
        under_way = tables.schedule(one.place, number, effect.measure, one.target_year)[2] in tables.UNDER_WAY
        source = effect.measure.financing.split(";")[0] if under_way else "none"
        money[source] = money.get(source, Decimal(0)) + cost(effect, one.population)[0]
    whole = sum(money.values())
    shares = {source: int(100 * eur / whole) for source, eur in money.items() if eur}
    missing = 100 - sum(shares.values())
    for source in sorted(shares, key=lambda s: (shares[s] - 100 * money[s] / whole, s))[:missing]:
        shares[source] += 1
    return {s: share for s, share in sorted(shares.items(), key=lambda item: (-item[1], item[0])) if share}


def _sources(one: Return, phrases: Texts) -> Iterator[str]:
    yield "sources:"
    for inventory in one.inventories:
        yield f"  {tables.source_key('jrc', inventory)}: {{text: {_said(one, 'jrc', inventory, phrases)}, url: {_quoted(URL)}}}"
        if one.splits:
            yield f"  {tables.source_key('networks', inventory)}: {{text: {_said(one, 'networks', inventory, phrases)}}}"
    if one.splits:
        yield f"  fuels: {{text: {_said(one, 'fuels', one.inventories[0], phrases)}}}"


def _said(one: Return, key: str, inventory: Inventory, phrases: Texts) -> str:
    return _texts({language: _phrase(phrases[key][language], [inventory]) for language in one.place.spoken})


def _phrase(text: str, inventories: Sequence[Inventory]) -> str:
    first = inventories[0]
    return text.replace("{signatory}", first.signatory).replace("{inventory}", ", ".join(i.id for i in inventories))


def _prose(one: Return, language: str, phrases: Texts) -> str:
    kind = "derived" if one.splits else "joint" if one.place.id == imperfect.JOINT else "real"
    method = phrases[f"method_{kind}"][language].replace("{inventory}", f"{{inventory}}, [{DOI}]({URL})")
    sections = {"inventory.method": _phrase(method, one.inventories)}
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
