"""Ids from names."""

from __future__ import annotations

import re

import pytest

from seapgen.exchange.latin_ids import LONGEST, latin_id
from seapgen.model.noun import ID_PATTERN


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("Łódź", "lodz"), ("Bielsko-Biała", "bielsko-biala"), ("Åkersbæk Ø", "akersbaek-o"), ("Đurđevac", "durdevac"),
        ("Hódmezővásárhely", "hodmezovasarhely"), ("L’Aquila", "l-aquila"), ("Straße", "strasse"), ("Θεσσαλονίκη", "thessaloniki"),
        ("Μπούρτζι", "bourtzi"), ("Ευκαρπία", "efkarpia"), ("Άγιοι Ανάργυροι", "agioi-anargyroi"), ("Велико Търново", "veliko-tarnovo"),
        ("Ниш", "nish"), ("  Saint  Cyr (Var) ", "saint-cyr-var"), ("İzmir", "izmir"),
    ],
)  # fmt: skip
def test_a_name_is_spelled_in_plain_letters(name: str, id_: str) -> None:
    """Marks dropped, other alphabets spelled as for places, gaps as hyphens."""
    assert latin_id(name) == id_
    assert re.fullmatch(ID_PATTERN, id_)


@pytest.mark.parametrize("name", ["日本", "თბილისი", "", "…", "A 日"])
def test_a_letter_without_spelling_gives_no_id(name: str) -> None:
    """Nothing is left out in silence."""
    assert latin_id(name) == ""


def test_an_id_is_never_too_long() -> None:
    """And does not end with a hyphen."""
    assert latin_id("a" * (LONGEST - 1) + " bc") == "a" * (LONGEST - 1)
