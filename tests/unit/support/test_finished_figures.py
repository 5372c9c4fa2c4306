"""What counts as a figure in a finished file."""

from __future__ import annotations

import re

import pytest

from tests.support.finished.content import Content
from tests.support.finished.figures import figures, figures_in


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It used 10,479,355\u00a0MWh in 2019.", ["10,479,355 MWh", "2019"]),
        ("Nel 2019 ne ha consumati 10.479.355\u00a0MWh.", ["2019", "10.479.355 MWh"]),
        ("by −12.5% to <\u00a01\u00a0t\u00a0CO₂", ["−12.5%", "< 1 t CO₂"]),
        ("−€608/t, €3.08\u00a0billion and 90.000\u00a0€", ["−€608/t", "€3.08 billion", "90.000 €"]),
        ("700\u00a0milioni\u00a0di\u00a0€; 63 000 MWh", ["700 milioni di €", "63 000 MWh"]),
        ("0.245\u00a0t\u00a0CO₂/MWh, 1.4\u00a0years", ["0.245 t CO₂/MWh", "1.4 years"]),
        ("2019–2030, table 3, A07", ["2019", "2030", "3", "07"]),
        ("12 trees, 3 tonnes", ["12", "3"]),
    ],
)
def test_figures_are_found_with_sign_and_unit(text: str, found: list[str]) -> None:
    """A number with its groups, decimals, sign and unit is one figure; a word that begins like a unit is none."""
    assert list(figures_in(text)) == found


def test_no_digit_is_left_out() -> None:
    """Every digit of a text belongs to one figure, whatever stands around it."""
    text = "A01, 3.1, www.9x.it/2, 5‰, ½ or (7), 1,2;3 and −4 to 1'000'000, 12 345 678"

    assert "".join(re.findall(r"\d", "".join(figures_in(text)))) == "".join(re.findall(r"\d", text))


def test_figures_know_where_they_stand() -> None:
    """The same number in the text and in a table is two figures."""
    found = figures(Content(("In 2019",), ((("Year", "2019"),), (("x", "2019"), ("y", "2019"))), ()))

    assert found == {("text", "2019"): 1, ("table 1", "2019"): 1, ("table 2", "2019"): 2}
