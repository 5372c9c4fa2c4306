from __future__ import annotations

from decimal import Decimal

import pytest

from seapgen.model.finding import Severity
from seapgen.model.inventory import Consumption, ReportedTotal
from seapgen.model.message import Message
from seapgen.model.vocabulary import Carrier, Sector
from tests.unit.check.nouns import Town, hits

D = Decimal


def printed(level: str, key: str, energy: str | None = None, tonnes: str | None = None, note: str = "") -> Town:
    """The good town with one printed sum."""
    row = ReportedTotal(
        inventory_year=2010, level=level, key=key, energy_mwh=D(energy) if energy else None,  # type: ignore[arg-type]
        emissions_t=D(tonnes) if tonnes else None, note=note,
    )  # fmt: skip
    return Town(totals=[row])


@pytest.mark.parametrize(("reported", "n"), [("20.2", 0), ("21.2", 0), ("21.3", 1), ("19.1", 1)])
def test_tonnes_of_a_row_are_energy_times_factor(reported: str, n: int) -> None:
    """F8 allows one tonne: 100 MWh of gas emit 20.2 t."""
    assert n == len(hits(Town().spoilt(Sector.TERTIARY, Carrier.NATURAL_GAS, "100", reported_t=D(reported)), "F8"))


def test_the_place_is_the_cell_of_the_reported_tonnes() -> None:
    """F8 finds the row of a leaf by its key."""
    row = Consumption(inventory_year=2010, sector=Sector.AGRICULTURE, carrier=Carrier.DIESEL, quantity=D(9), unit="MWh")
    town = Town(consumption=[row]).spoilt(Sector.AGRICULTURE, Carrier.DIESEL, "9", reported_t=D(900))
    (finding,) = hits(town, "F8")

    assert row.at("reported_t") == finding.source


def test_a_thousandfold_is_named() -> None:
    """F8 recognises GWh in a table of MWh (city buses of Ioannina, 2019)."""
    (finding,) = hits(Town().spoilt(Sector.PUBLIC_TRANSPORT, Carrier.DIESEL, "7.96", reported_t=D("2122.88")), "F8")

    assert isinstance(finding.proposal, Message)
    assert D(7960) == finding.proposal.values[0][1].value  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("level", "key", "energy"),
    [
        ("sector", "residential", "52000"), ("carrier", "diesel", "30000"), ("group", "buildings", "72000"),
        ("total", "", "102020"), ("total", "energy", "102020"), ("total", "all", "102020"),
    ],
)  # fmt: skip
def test_a_right_sum_is_silent_and_a_wrong_one_is_not(level: str, key: str, energy: str) -> None:
    """F8 allows half a percent."""
    assert [] == hits(printed(level, key, energy), "F8")
    assert [] == hits(printed(level, key, str(D(energy) * D("1.004"))), "F8")
    assert 1 == len(hits(printed(level, key, str(D(energy) * D("1.006"))), "F8"))


def test_tonnes_of_sums_are_compared_too() -> None:
    """F8 looks at both columns."""
    assert 1 == len(hits(printed("sector", "residential", "52000", "1"), "F8"))


def test_a_sum_of_others_stops_nothing() -> None:
    """F8 warns: the rows are used, whatever was printed."""
    (finding,) = hits(printed("sector", "residential", "1"), "F8")

    assert Severity.WARNING == finding.severity


def test_a_sum_with_a_note_is_information() -> None:
    """F8 trusts that somebody looked at a sum and said what it holds."""
    (finding,) = hits(printed("sector", "residential", "1", note="with industry"), "F8")

    assert Severity.INFO == finding.severity


def test_a_sum_of_something_else_is_mentioned() -> None:
    """F8 says what it cannot compare."""
    (finding,) = hits(printed("carrier", "municipal solid waste", "1"), "F8")

    assert Severity.INFO == finding.severity


def test_a_row_that_explains_a_sum_is_named_at_its_quantity() -> None:
    """F8 proposes the amount that fits, as a warning: the sums of energy are exact."""
    row = Consumption(inventory_year=2010, sector=Sector.AGRICULTURE, carrier=Carrier.DIESEL, quantity=D(9000000), unit="MWh")
    town = printed("sector", "agriculture", "9000")
    town.consumption = [row]
    named = [f for f in hits(town.spoilt(Sector.AGRICULTURE, Carrier.DIESEL, "9000000"), "F8") if f.source == row.at("quantity")]

    assert D(9000) in {getattr(value, "value", None) for f in named for _, value in f.message.values}
    assert Severity.WARNING in {f.severity for f in named}
