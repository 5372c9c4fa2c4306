"""The fictional places: names, points and stored forms, and what is said of them in their languages."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

FORMS = ("official", "subject", "of", "in", "council", "head", "adopted_by")
COUNTRIES = {"marche": "IT", "istria": "HR", "kalmar": "SE", "macedonia": "GR", "bielsko": "PL", "north-hungary": "HU"}
SPOKEN = {"istria": ("hr", "it")}  # the plans of a group are printed in these, with the names of all its members
AGENCIES = {
    "marche": "sviluppo-valdarea", "istria": "ra-zminacko-primorje", "kalmar": "energikontor-ljungslatten",
    "macedonia": "anaptyxiaki-anthemias", "bielsko": "arz-brzezniany", "north-hungary": "harshegyalja",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Place:
    """A row of places.csv with its rows of forms.csv."""

    number: int  # within its group, from 0
    group: str
    id: str
    lat: str
    lon: str
    by_carriers: bool
    languages: tuple[str, ...]
    name: Mapping[str, str]
    forms: Mapping[str, Mapping[str, str]]

    @property
    def country(self) -> str:
        """The country of its group."""
        return COUNTRIES[self.group]

    @property
    def spoken(self) -> tuple[str, ...]:
        """Languages that its texts are written in: English first."""
        return ("en", *self.languages)


def places(folder: Path) -> tuple[Place, ...]:
    """All places, group after group, in the order in which signatories are given to them."""
    forms = rows(folder / "forms.csv")
    made: list[Place] = []
    for row in rows(folder / "places.csv"):
        number = sum(p.group == row["group"] for p in made)
        made.append(_place(row, number, [f for f in forms if f["id"] == row["id"]]))
    return tuple(made)


def joint(folder: Path, id_: str, members: Sequence[Place]) -> Place:
    """The folder of a joint plan: at the place of its first member, with forms of its own."""
    first = members[0]
    forms = {f["language"]: _forms(f) for f in rows(folder / "forms.csv") if f["id"] == id_}
    name = {"en": " and ".join(m.name["en"] for m in members), "sv": " och ".join(m.name["sv"] for m in members)}
    return replace(first, id=id_, by_carriers=False, name=name, forms=forms)


def rows(file: Path) -> list[dict[str, str]]:
    """The rows of a table."""
    with file.open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))


def phrases(folder: Path) -> dict[str, dict[str, str]]:
    """Texts by key and language."""
    return {row.pop("key"): row for row in rows(folder / "phrases.csv")}


def _place(row: Mapping[str, str], number: int, forms: Sequence[Mapping[str, str]]) -> Place:
    languages = tuple(row["languages"].split())
    name = {"en": row["name.en"]} | {language: row["name.own"] for language in SPOKEN.get(row["group"], languages)}
    return Place(
        number, row["group"], row["id"], row["lat"], row["lon"], row["returned_as"] == "carriers", languages, name,
        {f["language"]: _forms(f) for f in forms},
    )  # fmt: skip


def _forms(row: Mapping[str, str]) -> dict[str, str]:
    return {name: row[name] for name in FORMS}
