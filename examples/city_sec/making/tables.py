"""The tables of a municipality: its inventories and its plan, as rows of text."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from making.dataset import KEY_SECTORS, Inventory
from making.places import Place
from making.plan import Effect, Measure, cost
from making.split import FUELS, Split

ISSUED = 2018  # the year in which the state of the actions is told
UNDER_WAY = ("completed", "ongoing")
JOINT_ACTIONS = ("rb_energy_desk", "cit_awareness")  # municipalities of a group carry them out together


def text(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A CSV file."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return out.getvalue()


def plain(number: Decimal) -> str:
    """A number without exponent and needless zeros."""
    whole = number.normalize()
    return f"{whole:f}"


def sector_totals(inventories: Sequence[Inventory]) -> str:
    """`sector_totals.csv`."""
    rows = (
        (str(i.year), c.sector, c.scope, plain(c.mwh), plain(c.tonnes), f"signatory {i.signatory}, inventory {i.id}")
        for i in inventories for c in i.energy_cells()
    )  # fmt: skip
    return text(("inventory_year", "sector", "type", "energy_mwh", "emissions_t", "note"), rows)


def consumption(splits: Mapping[Inventory, Split]) -> str:
    """`consumption.csv`: the derived split by carrier."""
    rows = []
    for i, made in splits.items():
        for s in made.shares:
            amount = (plain(s.mwh), "MWh", "", "estimated")
            rows.append(
                (str(i.year), s.sector, s.carrier, FUELS.get(s.carrier, ""), *amount, source_key("jrc", i), "split derived")
            )
        rows += [(str(i.year), *cell, "", "", "MWh", "NE", "", "", "not in the dataset") for cell in _silent(made)]
    return text(
        ("inventory_year", "sector", "carrier", "fuel", "quantity", "unit", "notation", "quality", "source", "note"), rows
    )


def _silent(made: Split) -> Iterator[tuple[str, str]]:
    """Cells that the inventory says nothing about: electricity or fuel of a key sector."""
    for sector in KEY_SECTORS:
        carriers = {s.carrier for s in made.shares if s.sector == sector}
        if "electricity" not in carriers:
            yield sector, "electricity"
        if not carriers - {"electricity", "heat_cold"}:
            yield sector, "diesel" if sector == "transport_not_allocated" else "natural_gas"


def factors(splits: Mapping[Inventory, Split]) -> str:
    """`factors.csv`: the factors that the split was made with."""
    rows = (
        (str(i.year), c, FUELS.get(c, ""), plain(f), source_key("networks", i) if c in ("electricity", "heat_cold") else "fuels")
        for i, made in splits.items() for c, f in made.factors.items()
    )  # fmt: skip
    return text(("inventory_year", "carrier", "fuel", "factor_t_per_mwh", "source"), rows)


def totals(inventories: Sequence[Inventory]) -> str:
    """`totals.csv`: the sectors as the signatory gave them, which the split has to give again."""
    rows = (
        (str(i.year), "sector", sector, plain(i.mwh(sector)), plain(i.tonnes(sector)))
        for i in inventories for sector in dict.fromkeys(c.sector for c in i.energy_cells())
    )  # fmt: skip
    return text(("inventory_year", "level", "key", "energy_mwh", "emissions_t"), rows)


def emissions(inventories: Sequence[Inventory]) -> str:
    """`emissions.csv`: waste and waste water."""
    rows = (
        (str(i.year), "waste", plain(c.tonnes), "t_co2e", source_key("jrc", i))
        for i in inventories for c in i.of("waste") if c.tonnes
    )  # fmt: skip
    return text(("inventory_year", "sector", "emissions_t", "unit", "source"), rows)


def source_key(kind: str, inventory: Inventory) -> str:
    """The key of a source: one for each inventory."""
    return f"{kind}_{inventory.year}"


def actions(
    place: Place, plan: Sequence[Effect], population: int, target_year: int, offices: Mapping[str, Mapping[str, str]]
) -> str:
    """`actions.csv`; titles come from the library of typical actions."""
    responsible = [f"responsible.{language}" for language in place.spoken]
    columns = (
        "id", "library", "sector", "area", "instrument", *responsible, "start_year", "end_year", "status", "cost_eur",
        "private_cost_eur", "spent_eur", "annual_saving_eur", "lifetime_years", "financing", "secured", "energy_saving_mwh",
        "res_production_mwh", "co2_reduction_t", "basis", "key_action", "joint",
    )  # fmt: skip
    largest = sorted(plan, key=lambda e: -e.tonnes)[:3]
    rows = []
    for number, effect in enumerate(plan):
        names = [offices[effect.measure.responsible][language] for language in place.spoken]
        row = _action(place, number, effect, population, target_year)
        joint = place.group if effect.measure.library in JOINT_ACTIONS else ""
        rows.append(
            (row[0], *_typical(effect.measure), *names, *row[1:], "baseline", "yes" if effect in largest else "no", joint)
        )
    return text(columns, rows)


def _typical(measure: Measure) -> tuple[str, ...]:
    return measure.library, measure.sector, measure.area, measure.instrument


def _action(place: Place, number: int, effect: Effect, population: int, target_year: int) -> tuple[str, ...]:
    measure = effect.measure
    start, end, status = schedule(place, number, measure, target_year)
    public, private = cost(effect, population)
    spent = {"completed": public, "ongoing": (public / 2000).to_integral_value() * 1000}.get(status, Decimal(0))
    saving, made = (effect.mwh, Decimal(0)) if measure.kind == "saving" else (Decimal(0), effect.mwh)
    without = measure.kind == "none"
    return (
        f"A{number + 1:02d}", str(start), str(end), status, plain(public), plain(private) if private else "", plain(spent),
        plain(effect.mwh * measure.price) if measure.price and effect.mwh else "", measure.lifetime, measure.financing,
        "yes" if status in UNDER_WAY else "no", "" if without else plain(saving), "" if without else plain(made),
        plain(effect.tonnes),
    )  # fmt: skip


def schedule(place: Place, number: int, measure: Measure, target_year: int) -> tuple[int, int, str]:
    """First and last year of an action, and how far it has come in the year of issue; some wait for money."""
    turn = place.number + number
    start = measure.start + turn % 3
    end = min(start + measure.years, target_year)
    if end < ISSUED:
        return start, end, "postponed" if turn % 9 == 8 else "completed"
    return start, end, "ongoing" if start < ISSUED and turn % 7 != 6 else "not_started"
