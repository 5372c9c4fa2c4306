"""Makes this example: `python examples/city_sec/make.py [DATASET] [--to FOLDER]`.

Without DATASET the municipalities are made from `making/dataset.csv`, the rows that were chosen; with the whole dataset
(`inventories.csv.gz`) the signatories are chosen anew and that file is made too. Both give the same bytes.

What is real: population, years, energy and emissions of every inventory, of one signatory of the same country each. Which
signatory stands where is decided by the rule in making/selection.py: plausible baselines of 2011 or earlier with at least three
of the four key sectors, first those with a later inventory, at even steps through the list by population; the largest stands
behind the first place of its group in making/places.csv, and so on.

What is derived: the split by carrier of 21 municipalities, which gives every sector's MWh and tonnes exactly
(making/split.py).

What is invented: all places and agencies, targets, plans (making/plan.py), money, dates and texts. Four municipalities are
imperfect on purpose (making/imperfect.py); accepted.yaml says why.

Written by hand, and copied where `--to` names another folder: programme.yaml, accepted.yaml, images.yaml, agencies, prose.
"""

from __future__ import annotations

import argparse
import shutil
from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path

from making import imperfect
from making.crests import crests
from making.dataset import Inventory, extract, inventories, read
from making.municipality import Return, files
from making.places import Place, joint, phrases, places, rows
from making.plan import Measure, measures, plan
from making.selection import Chosen, choose
from making.split import split

HERE = Path(__file__).resolve().parent
TABLES = HERE / "making"
BY_HAND = (
    "programme.yaml",
    "accepted.yaml",
    "images.yaml",
    "agencies",
    *(f"prose.{c}.md" for c in ("en", "it", "hr", "sv", "el", "pl", "hu")),
)
TARGET_YEARS = {"kalmar": 2030}  # all others answer for 2020
REDUCTIONS = (20, 22, 21, 25, 20)  # per cent by 2020, in turn
REDUCTION_2030 = 40


def main(arguments: Sequence[str] | None = None) -> None:
    """Read, choose, make, write."""
    parser = argparse.ArgumentParser(description="Make the example City_SEC.")
    parser.add_argument(
        "dataset", nargs="?", type=Path, default=TABLES / "dataset.csv", help="the dataset, or the rows chosen from it"
    )
    parser.add_argument("--to", type=Path, default=HERE, help="the folder to write into")
    given = parser.parse_args(arguments)
    every = read(given.dataset)
    chosen = choose(inventories(every))
    given.to.mkdir(parents=True, exist_ok=True)
    _copy(given.to)
    used = {(i.signatory, i.id) for group in chosen.values() for c in group for i in (c.baseline, c.monitoring) if i}
    _write(given.to / "making" / "dataset.csv", extract(every, used).encode("utf-8"))
    shutil.rmtree(given.to / "municipalities", ignore_errors=True)
    offices = {row["key"]: row for row in rows(TABLES / "responsible.csv")}
    for one in _returns(chosen):
        for name, text in files(one, phrases(TABLES), offices):
            _write(given.to / "municipalities" / one.place.id / name, text.encode("utf-8"))
    for id_, picture in crests().items():
        _write(given.to / "municipalities" / id_ / "crest.png", picture)


def _returns(chosen: dict[str, tuple[Chosen, ...]]) -> Iterator[Return]:
    """What each municipality handed in, and the joint plan of two."""
    every = places(TABLES)
    known = measures(TABLES)
    signatories = {p.id: chosen[p.group][p.number] for p in every}
    for place in every:
        found = signatories[place.id]
        if place.id in imperfect.MEMBERS:
            yield Return(place, (), {}, (), 0, 0, found.baseline.population)
        else:
            yield _return(place, _inventories(place, found), known)
    members = [p for p in every if p.id in imperfect.MEMBERS]
    shared = imperfect.together(tuple(signatories[p.id].baseline for p in members))
    yield _return(joint(TABLES, imperfect.JOINT, members), (shared,), known)


def _inventories(place: Place, found: Chosen) -> tuple[Inventory, ...]:
    if place.id == imperfect.TWO_SECTORS:
        return (imperfect.two_sectors(found.baseline),)
    return (found.baseline, found.monitoring) if found.monitoring else (found.baseline,)


def _return(place: Place, handed_in: tuple[Inventory, ...], known: Sequence[Measure]) -> Return:
    base = handed_in[0]
    year = TARGET_YEARS.get(place.group, 2020)
    reduction = REDUCTION_2030 if year == 2030 else REDUCTIONS[place.number % len(REDUCTIONS)]
    more = imperfect.SHORT_BY if place.id == imperfect.SHORT else Decimal(103 + 2 * (place.number % 4)) / 100
    promise = base.tonnes() * reduction / 100 * more
    splits = {i: split(i) for i in handed_in} if place.by_carriers else {}
    return Return(place, handed_in, splits, plan(base, place.country, known, promise), reduction, year, base.population)


def _copy(target: Path) -> None:
    """The files written by hand, where another folder is meant."""
    if target.resolve() == HERE:
        return
    for name in BY_HAND:
        source = HERE / name
        if source.is_dir():
            shutil.copytree(source, target / name, dirs_exist_ok=True)
        elif source.is_file():
            shutil.copyfile(source, target / name)


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


if __name__ == "__main__":
    main()
