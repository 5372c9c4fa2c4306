"""Energy of a sector divided among carriers, so that energy and tonnes come out exactly as the signatory gave them.

What is burnt in a sector (E MWh, T tonnes) is divided among carriers with the factors of the Covenant's set of 2010, in grams
for each kWh: integers. With whole kilowatt-hours for each carrier, "the kWh add up to E and the grams to T" are two equations
in integers. Small carriers take a usual share; two large ones follow from the equations; the small ones are moved by single
kilowatt-hours until the division has no remainder. So the tonnes are reproduced to the last digit, not only to the printed one.

What networks supply is electricity where one factor of three to five decimals gives the tonnes of every sector to within the
rounding of the dataset; what is left of that rounding is moved to the fuels of the same sector, so that the sector is exact.
Where sectors differ more, it is electricity and heat, with two factors between which every sector lies; their difference is a
number such as 0.5, by which division comes to an end, so that this is exact as well.

The split is an assumption, not data: it is marked as derived wherever it is printed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from itertools import product

from making.dataset import ZERO, Cell, Inventory

GRAMS = {  # g for each kWh: as in the set com2010-ipcc-co2; wood and biofuel are taken to be sustainable
    "natural_gas": 202, "heating_oil": 279, "liquid_gas": 227, "coal": 341, "diesel": 267, "gasoline": 249,
    "other_biomass": 0, "biofuel": 0,
}  # fmt: skip
FUELS = {"liquid_gas": "lpg", "other_biomass": "wood_sustainable", "biofuel": "biodiesel_sustainable"}
Mix = tuple[str, str, str, str]  # two large carriers, then two small ones
WOOD, OIL, GAS, LPG = "other_biomass", "heating_oil", "natural_gas", "liquid_gas"
HEAT: Mapping[str, tuple[Mix, ...]] = {  # by country: which carriers heat; the first mix that fits is taken
    "IT": ((GAS, WOOD, LPG, OIL), (GAS, OIL, LPG, WOOD), (OIL, "coal", GAS, WOOD)),
    "HR": ((OIL, WOOD, LPG, GAS), (GAS, OIL, WOOD, LPG), (OIL, "coal", LPG, WOOD)),
    "SE": ((OIL, WOOD, LPG, GAS), (OIL, "coal", WOOD, LPG)),
    "GR": ((OIL, WOOD, LPG, GAS), (OIL, "coal", WOOD, LPG)),
    "PL": (("coal", GAS, WOOD, OIL), (GAS, WOOD, LPG, OIL), (GAS, "coal", OIL, WOOD)),
    "HU": ((GAS, WOOD, LPG, "coal"), (GAS, "coal", LPG, WOOD)),
}
ROAD: tuple[Mix, ...] = (
    ("diesel", "biofuel", "gasoline", LPG),
    ("diesel", "gasoline", LPG, "biofuel"),
    ("gasoline", "biofuel", "diesel", LPG),
)
HEAT_SHARES = ((6, 2), (3, 1), (1, 0), (10, 2), (0, 0))  # % of the small carriers, tried in this order
ROAD_SHARES = ((42, 2), (30, 2), (20, 1), (8, 1), (2, 0), (0, 0))
SPANS = tuple(Decimal(s) for s in ("0.05", "0.1", "0.2", "0.25", "0.32", "0.4", "0.5", "0.64", "0.8", "1"))  # end when divided by
KWH = Decimal(1000)
LEAST_KWH = 1000  # less is no amount that an inventory would name
SWEDISH_ELECTRICITY = Decimal("0.02")  # far below the heat of networks, as nowhere else


@dataclass(frozen=True, slots=True)
class Share:
    """Final energy of one carrier in a sector."""

    sector: str
    carrier: str
    mwh: Decimal


@dataclass(frozen=True, slots=True)
class Split:
    """An inventory by carriers with the factors that it was made with."""

    shares: tuple[Share, ...]
    factors: Mapping[str, Decimal]

    def tonnes(self, *sectors: str) -> Decimal:
        """Emissions of some sectors, or of all."""
        return sum((s.mwh * self.factors[s.carrier] for s in self.shares if not sectors or s.sector in sectors), ZERO)


def split(inventory: Inventory) -> Split:
    """The inventory by carriers. Raises ValueError where no split gives its energy and its printed tonnes again."""
    networks, factors = _networks(inventory)
    country = inventory.signatory[:2]
    given = Split(networks, factors)
    burnt: list[Share] = []
    for cell in (c for c in inventory.energy_cells() if c.scope == "direct"):
        burnt += _burnt(replace(cell, tonnes=inventory.tonnes(cell.sector) - given.tonnes(cell.sector)), country)
    order = [c.sector for c in inventory.cells]
    shares = sorted((*networks, *burnt), key=lambda s: order.index(s.sector))
    used = {s.carrier for s in shares}
    made = Split(tuple(shares), {**factors, **{c: Decimal(g) / 1000 for c, g in GRAMS.items() if c in used}})
    _prove(inventory, made)
    return made


def _prove(inventory: Inventory, made: Split) -> None:
    """Energy exactly, tonnes as printed, for each sector and for all."""
    for sectors in (*((s,) for s in dict.fromkeys(c.sector for c in inventory.energy_cells())), ()):
        mwh = sum((s.mwh for s in made.shares if not sectors or s.sector in sectors), ZERO)
        if mwh != inventory.mwh(*sectors) or printed(made.tonnes(*sectors)) != printed(inventory.tonnes(*sectors)):
            raise ValueError(f"{inventory.signatory} {sectors}: the split does not give the totals again")


def printed(tonnes: Decimal) -> Decimal:
    """Whole tonnes, half up: what a reader sees."""
    return tonnes.quantize(Decimal(1), ROUND_HALF_UP)


def _burnt(cell: Cell, country: str) -> tuple[Share, ...]:
    """What is burnt in a sector by carrier, exactly."""
    road = cell.sector == "transport_not_allocated"
    for mix, shares in product(ROAD if road else HEAT[country], ROAD_SHARES if road else HEAT_SHARES):
        parts = _solved(cell, mix, shares)
        if parts:
            return tuple(Share(cell.sector, carrier, Decimal(kwh) / KWH) for carrier, kwh in zip(mix, parts, strict=True) if kwh)
    raise ValueError(f"no carriers give {cell}")


def _solved(cell: Cell, mix: Mix, shares: tuple[int, int]) -> tuple[int, int, int, int] | None:
    """Kilowatt-hours of the four carriers, None where one would be negative or nothing divides."""
    kwh, grams = int(cell.mwh * 1000), int(cell.tonnes * 1000000)
    first, second, third, fourth = (GRAMS[c] for c in mix)
    starts = [kwh * share // 100 // 1000 * 1000 for share in shares]
    for more, moved in product(range(8), range(300)):
        small, other = starts[0] + moved, starts[1] + more
        rest, left = kwh - small - other, grams - third * small - fourth * other
        large, remainder = divmod(left - second * rest, first - second)
        parts = large, rest - large, small, other
        if not remainder and all(part == 0 or part >= LEAST_KWH for part in parts):
            return parts
    return None


def _networks(inventory: Inventory) -> tuple[tuple[Share, ...], Mapping[str, Decimal]]:
    """Electricity by one factor if there is one, else electricity and heat."""
    cells = [c for c in inventory.energy_cells() if c.scope == "indirect"]
    fuels = {c.sector for c in inventory.energy_cells() if c.scope == "direct"}
    factor = next((f for f in _factors(cells) if all(_gives(f, c, exact=c.sector not in fuels) for c in cells)), None)
    if factor is not None:
        return tuple(Share(c.sector, "electricity", c.mwh) for c in cells), {"electricity": factor}
    nordic = inventory.signatory.startswith("SE")
    low = SWEDISH_ELECTRICITY if nordic else min(c.factor for c in cells).quantize(Decimal("0.01"), ROUND_FLOOR)
    span = next(s for s in SPANS if low + s >= max(c.factor for c in cells).quantize(Decimal("0.01"), ROUND_CEILING))
    names = ("electricity", "heat_cold") if nordic else ("heat_cold", "electricity")  # of the low and the high factor
    shares = []
    for cell in cells:
        if cell.sector == "transport_not_allocated":  # no heat: what its tonnes differ by is moved to its fuels
            shares.append(Share(cell.sector, "electricity", cell.mwh))
            continue
        high = (cell.tonnes - low * cell.mwh) / span
        parts = zip(names, (cell.mwh - high, high), strict=True)
        shares += [Share(cell.sector, carrier, mwh.normalize()) for carrier, mwh in sorted(parts) if mwh]
    return tuple(shares), dict(sorted(zip(names, (low, low + span), strict=True)))


def _factors(cells: Sequence[Cell]) -> Iterator[Decimal]:
    """Factors of three to five decimals around the mean of all cells."""
    mwh, tonnes = sum((c.mwh for c in cells), ZERO), sum((c.tonnes for c in cells), ZERO)
    for digits in range(3, 6):
        step = Decimal(1).scaleb(-digits)
        middle = (tonnes / mwh).quantize(step, ROUND_HALF_UP)
        yield from (middle + n * step for n in (0, 1, -1))


def _gives(factor: Decimal, cell: Cell, *, exact: bool) -> bool:
    """Whether a factor gives a cell's tonnes: as printed, or within a tonne or a thousandth where fuels take what is left."""
    if exact:
        return printed(factor * cell.mwh) == printed(cell.tonnes)
    return abs(factor * cell.mwh - cell.tonnes) <= max(Decimal(1), cell.tonnes / 1000)
