from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seapgen.model.finding import Severity
from seapgen.model.vocabulary import Carrier, Sector
from tests.unit.check.nouns import GOOD_CELLS, Town, hits, judged, leaf

D = Decimal


def scaled(n: int, by: str) -> Town:
    """The good town with one cell multiplied."""
    cells = [(s, c, str(D(mwh) * D(by)) if i == n else mwh) for i, (s, c, mwh) in enumerate(GOOD_CELLS)]
    return Town(leaves={2010: [leaf(*cell) for cell in cells]})


def thin(mwh: str) -> Town:
    """A return without carriers."""
    return Town(leaves={2010: [leaf(Sector.RESIDENTIAL, None, mwh, direct=True)]}, has_carriers=False)


@pytest.mark.parametrize(("by", "severity"), [("1", []), ("10", [Severity.WARNING]), ("50", [Severity.ERROR]), ("0.0001", [])])
def test_electricity_is_compared_with_other_signatories(by: str, severity: list[Severity]) -> None:
    """E4 knows suspicious and impossible amounts; 12,000 MWh of 8,000 inhabitants are usual."""
    assert severity == [f.severity for f in hits(scaled(4, by), "E4")]


def test_next_to_no_electricity_is_suspicious() -> None:
    """E4 also has a lower limit."""
    town = Town(leaves={2010: [leaf(Sector.RESIDENTIAL, Carrier.ELECTRICITY, "12")]})

    assert [Severity.WARNING] == [f.severity for f in hits(town, "E4")]


@pytest.mark.parametrize(("by", "severity"), [("1", []), ("10", [Severity.WARNING]), ("60", [Severity.ERROR])])
def test_heat_is_compared_with_other_signatories(by: str, severity: list[Severity]) -> None:
    """E5 knows suspicious and impossible amounts."""
    assert severity == [f.severity for f in hits(scaled(5, by), "E5")]


@pytest.mark.parametrize(("mwh", "n"), [("700", 1), ("80000", 0), ("170000", 1)])
def test_a_thin_return_has_one_wide_span(mwh: str, n: int) -> None:
    """E6 holds where carriers are not known."""
    assert n == len(hits(thin(mwh), "E6"))


def test_a_return_with_carriers_is_not_judged_twice() -> None:
    """E6 leaves to E4 and E5 what they can judge."""
    assert [] == hits(scaled(5, "30"), "E6")


def test_kilowatt_hours_are_recognised() -> None:
    """E7 proposes the thousandth."""
    (finding,) = hits(scaled(5, "1000"), "E7")

    assert Severity.ERROR == finding.severity
    assert finding.proposal is not None


def test_a_small_sector_in_kilowatt_hours_is_a_warning() -> None:
    """E7 also sees what stays below the limit, if only its thousandth is usual."""
    town = Town(leaves={2010: [leaf(Sector.MUNICIPAL_BUILDINGS, Carrier.ELECTRICITY, "1500000")]})

    assert [Severity.WARNING] == [f.severity for f in hits(town, "E7")]


def test_gigawatt_hours_are_recognised() -> None:
    """E8 proposes the thousandfold and the value for each inhabitant."""
    (finding,) = hits(Town(leaves={2010: [leaf(Sector.RESIDENTIAL, Carrier.NATURAL_GAS, "52")]}), "E8")

    assert Severity.ERROR == finding.severity
    assert finding.proposal is not None


def test_one_small_sector_may_also_be_only_a_part() -> None:
    """E8 is a warning where the whole inventory is of usual size: some signatories report no transport but their own fleet."""
    (finding,) = hits(scaled(7, "0.0005"), "E8")

    assert Severity.WARNING == finding.severity
    assert "sector_group.transport" in {getattr(value, "key", "") for _, value in finding.message.values}


def test_without_population_nothing_is_said_per_inhabitant() -> None:
    """E4 to E8 keep silent; I2 says why."""
    town = scaled(5, "1000")
    town.population = {}

    assert {"I2"} == {f.code for f in judged(town) if f.code in {"I2", "E4", "E5", "E6", "E7", "E8"}}


@given(people=st.integers(500, 2_000_000), usual=st.decimals("0.5", "2.5", places=2))
def test_whole_inventories_in_kilowatt_hours_are_always_found(people: int, usual: Decimal) -> None:
    """E4, E5 or E7 stop every inventory of usual size that is typed in kWh."""
    town = Town(
        population={2010: people},
        leaves={2010: [leaf(s, c, str(D(mwh) / 8000 * people * usual * 1000)) for s, c, mwh in GOOD_CELLS]},
    )

    assert any(f.severity is Severity.ERROR for f in judged(town) if f.code in {"E4", "E5", "E7"})
