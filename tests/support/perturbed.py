"""Slips of the hand in real tables: one cell or row of a reconciling inventory is spoilt, as people do it, by a seed."""

from __future__ import annotations

import csv
import io
import random
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

CASES = Path(__file__).parents[1] / "cases"
RECONCILING = ("turin_2019", "kranj_2018", "bergamo_2021", "gabrovo_2008", "prato_2019")
TABLE = "consumption.csv"
Rows = list[dict[str, str]]


@dataclass(frozen=True, slots=True)
class Slip:
    """What was done: the lines that are wrong now, and the columns of the cells that were changed."""

    case: str
    kind: str
    file: str
    lines: tuple[int, ...]
    columns: tuple[str, ...]
    text: str  # the spoilt table


Spoiler = Callable[[Rows, random.Random], tuple[tuple[int, ...], tuple[str, ...]] | None]


def scaled(by: str) -> Spoiler:
    """A quantity in another unit."""

    def spoil(rows: Rows, draw: random.Random) -> tuple[tuple[int, ...], tuple[str, ...]]:
        place = draw.choice([n for n, row in enumerate(rows) if Decimal(row["quantity"])])
        rows[place]["quantity"] = f"{(Decimal(rows[place]['quantity']) * Decimal(by)).normalize():f}"
        return (place,), ("quantity",)

    return spoil


def swapped(rows: Rows, draw: random.Random) -> tuple[tuple[int, ...], tuple[str, ...]]:
    """The amounts of two rows exchanged, with the tonnes that belong to them."""
    one, other = draw.sample([n for n, row in enumerate(rows) if Decimal(row["quantity"])], 2)
    for name in ("quantity", "reported_t"):
        rows[one][name], rows[other][name] = rows[other][name], rows[one][name]
    return (one, other), ("quantity", "carrier")


def comma(rows: Rows, draw: random.Random) -> tuple[tuple[int, ...], tuple[str, ...]] | None:
    """A decimal comma in a table with decimal points."""
    names = ("quantity", "reported_t", "factor_t_per_mwh")
    cells = [(n, name) for n, row in enumerate(rows) for name in names if _has_decimals(row, name)]
    if not cells:
        return None
    place, name = draw.choice(cells)
    rows[place][name] = rows[place][name].replace(".", ",")
    return (place,), (name,)


def _has_decimals(row: dict[str, str], name: str) -> bool:
    return "." in row.get(name, "") and bool(row[name].rpartition(".")[2].strip("0"))


def negative(rows: Rows, draw: random.Random) -> tuple[tuple[int, ...], tuple[str, ...]]:
    """A minus before a quantity."""
    place = draw.choice([n for n, row in enumerate(rows) if Decimal(row["quantity"])])
    rows[place]["quantity"] = "-" + rows[place]["quantity"]
    return (place,), ("quantity",)


def duplicate(rows: Rows, draw: random.Random) -> tuple[tuple[int, ...], tuple[str, ...]]:
    """A row that stands twice, the second time anywhere below the first."""
    place = draw.randrange(len(rows))
    again = draw.randrange(place + 1, len(rows) + 1)
    rows.insert(again, dict(rows[place]))
    return (place, again), tuple(rows[place])


def wrong_carrier(rows: Rows, draw: random.Random) -> tuple[tuple[int, ...], tuple[str, ...]] | None:
    """Another carrier of the inventory in a row; none that makes the row stand twice."""
    carriers = sorted({(row["carrier"], row["fuel"]) for row in rows})
    taken = {(row["sector"], row["item"], row["carrier"], row["fuel"]) for row in rows}
    choices = [
        (n, carrier, fuel)
        for n, row in enumerate(rows)
        for carrier, fuel in carriers
        if Decimal(row["quantity"]) and (row["sector"], row["item"], carrier, fuel) not in taken
    ]
    if not choices:
        return None
    place, rows[place]["carrier"], rows[place]["fuel"] = draw.choice(choices)
    return (place,), ("carrier",)


KINDS: dict[str, Spoiler] = {
    "× 1000": scaled("1000"), "÷ 1000": scaled("0.001"), "swapped rows": swapped, "comma for point": comma, "negative": negative,
    "duplicate": duplicate, "wrong carrier": wrong_carrier,
}  # fmt: skip


def slips(count: int, seed: int, cases: Sequence[str] = RECONCILING) -> list[Slip]:
    """So many slips: the kinds take turns, case and cell are drawn."""
    draw, kinds, made = random.Random(seed), list(KINDS), list[Slip]()
    while len(made) < count:
        kind = kinds[len(made) % len(kinds)]
        made += [slip] if (slip := _slip(draw.choice(cases), kind, draw)) else []
    return made


def _slip(case: str, kind: str, draw: random.Random) -> Slip | None:
    names = [TABLE] if kind != "comma for point" else [TABLE, "factors.csv"]
    for name in names:  # a table without decimals: the factors have some
        rows = list(csv.DictReader(io.StringIO(source(case, name).read_text(encoding="utf-8"))))
        columns = tuple(rows[0])
        if done := KINDS[kind](rows, draw):
            out = io.StringIO()
            writer = csv.DictWriter(out, columns, lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
            return Slip(case, kind, name, tuple(n + 2 for n in done[0]), done[1], out.getvalue())
    return None


def source(case: str, name: str) -> Path:
    """A table of a case."""
    (folder,) = (CASES / case / "municipalities").iterdir()
    return folder / name


def written(slip: Slip, folder: Path) -> Path:
    """The programme with the slip in it."""
    target = folder / slip.case
    shutil.copytree(CASES / slip.case, target, dirs_exist_ok=True)
    (target / source(slip.case, slip.file).relative_to(CASES / slip.case)).write_text(slip.text, encoding="utf-8")
    return target
