"""Findings of a municipality that keeps something confidential name no amount that is not printed anyhow."""

from __future__ import annotations

from decimal import Decimal

from seapgen.check.covered import covered
from seapgen.model.finding import Finding, Severity, Stage
from seapgen.model.message import Figure, Value, msg
from seapgen.model.results import MunicipalityResults, Withheld
from seapgen.model.rules import RuleTable
from seapgen.model.source import Source
from seapgen.model.units import Unit
from tests.unit.compute.made import computed, town, used

D = Decimal
OPEN = computed(town(used("residential", "electricity", "500"), used("tertiary", "electricity", "400")))
SECRET = MunicipalityResults(
    "town", OPEN.figures, OPEN.facts, Withheld(frozenset({"inventory.2010.leaf.1.energy_mwh"})), OPEN.inventories
)  # fmt: skip


def said(value: Value, results: MunicipalityResults = SECRET) -> Finding:
    """A finding that names a value, as it is shown."""
    fact = msg("{found} is much.", found=value)
    finding = Finding("E1", Stage.INVENTORY, Severity.WARNING, Source("consumption.csv", 2), fact, "town", value)
    return next(covered([finding], {"town": results}, RuleTable()))


def energy(value: str) -> Figure:
    """So many MWh."""
    return Figure("", D(value), Unit.MWH)


def test_a_number_that_nobody_prints_is_covered() -> None:
    """The value and the same value inside the sentence."""
    found = said(energy("123.4"))
    assert "123.4" not in repr(found)


def test_a_covered_figure_prints_its_sign() -> None:
    """It is still there, and says that it is withheld."""
    value = said(energy("123.4")).value
    assert isinstance(value, Figure)
    assert value.is_withheld


def test_a_printed_sum_is_named() -> None:
    """900 MWh are the total, which every table prints."""
    assert said(energy("900")).value == energy("900")


def test_a_year_is_named() -> None:
    """No year tells an amount."""
    assert said(Figure("", D(2013), Unit.YEAR)).value == Figure("", D(2013), Unit.YEAR)


def test_findings_of_an_open_return_are_left_alone() -> None:
    """Where nothing is withheld every number is named."""
    assert said(energy("123.4"), OPEN).value == energy("123.4")
