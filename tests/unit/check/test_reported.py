from __future__ import annotations

from decimal import Decimal

import pytest

from seapgen.check.printed import printed_sum
from seapgen.model.finding import Severity
from seapgen.model.inventory import Consumption, OwnFactor, ReportedTotal
from seapgen.model.message import Message, Verbatim
from seapgen.model.vocabulary import Carrier, Sector
from tests.unit.check.cases import column, placed
from tests.unit.check.nouns import CONSUMPTION, Town, good_leaves, hits, leaf, used_factor

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


@pytest.mark.parametrize(("computed", "reported", "mwh"), [("20.2", "21210", "100000"), ("20000", "21", "0.1")])
def test_tonnes_within_five_per_cent_of_a_thousandfold_name_the_amount(computed: str, reported: str, mwh: str) -> None:
    """F8 proposes energy a thousand times larger or smaller than 100 MWh, also where the tonnes are not quite right."""
    town = Town().spoilt(Sector.TERTIARY, Carrier.NATURAL_GAS, "100", emissions_t=D(computed), reported_t=D(reported))
    (finding,) = hits(town, "F8")

    assert finding.proposal is not None
    assert D(mwh) == dict(finding.proposal.values)["energy"].value  # type: ignore[union-attr]


def swapped() -> Town:
    """Two rows whose amounts have been exchanged, each known to a printed sum."""
    rows = [
        placed(Consumption(inventory_year=2010, sector=s, carrier=c, quantity=D(q), unit="MWh"), CONSUMPTION, line)
        for line, (s, c, q) in enumerate(
            ((Sector.AGRICULTURE, Carrier.DIESEL, "7000"), (Sector.INDUSTRY_NON_ETS, Carrier.NATURAL_GAS, "3000")), 5
        )
    ]
    leaves = [leaf(r.sector, r.carrier, str(r.quantity), source=r.at("quantity")) for r in rows]
    sums = [
        ReportedTotal(inventory_year=2010, level="sector", key=key, energy_mwh=D(mwh))
        for key, mwh in (("agriculture", 3000), ("industry_non_ets", 7000))
    ]
    return Town(leaves={2010: [*good_leaves(), *leaves]}, consumption=rows, totals=sums)


def test_rows_that_were_swapped_name_each_other() -> None:
    """F8 stands at both quantities, and each tells the line of the other."""
    told = {f.source.line: dict(f.message.values).get("line") for f in hits(swapped(), "F8") if f.source.file == CONSUMPTION}

    assert {5: Verbatim("6"), 6: Verbatim("5")} == told


def test_rows_that_were_swapped_are_named_at_their_quantity() -> None:
    """F8: the cell, not the row."""
    quantity = column(swapped().consumption[0], "quantity")

    assert {quantity} == {f.source.column for f in hits(swapped(), "F8") if f.source.file == CONSUMPTION}


def test_a_suspicion_borne_out_by_energy_is_a_warning_and_another_a_hint() -> None:
    """F8 weighs exact sums more than tonnes, which may fit by chance."""
    hint = printed("sector", "agriculture", None, "1818")
    hint.consumption = [
        placed(Consumption(inventory_year=2010, sector=Sector.AGRICULTURE, carrier=Carrier.DIESEL, quantity=D(9000), unit="MWh"))
    ]
    hint.spoilt(Sector.AGRICULTURE, Carrier.DIESEL, "9000")
    named = [f for f in hits(hint, "F8") if f.source.file == "table.csv"]

    assert {Severity.WARNING} == {f.severity for f in hits(swapped(), "F8") if f.source.file == CONSUMPTION}
    assert {Severity.INFO} == {f.severity for f in named}


def test_the_carrier_of_a_row_may_be_one_that_only_the_table_of_factors_names() -> None:
    """F8 asks factors.csv of the inventory's year, not of another."""
    town = printed("sector", "agriculture", None, "3600")
    town.consumption = [
        placed(Consumption(inventory_year=2010, sector=Sector.AGRICULTURE, carrier=Carrier.DIESEL, quantity=D(9000), unit="MWh"))
    ]
    town.spoilt(Sector.AGRICULTURE, Carrier.DIESEL, "9000")
    town.uses = [used_factor(Carrier.DIESEL)]
    coal = OwnFactor(inventory_year=2010, carrier=Carrier.COAL, factor_t_per_mwh=D("0.4"))
    town.factors = [coal]
    found = [f for f in hits(town, "F8") if f.source.file == "table.csv"]
    town.factors = [coal.model_copy(update={"inventory_year": 2014})]

    assert 1 == len(found)
    assert [] == [f for f in hits(town, "F8") if f.source.file == "table.csv"]


def test_a_sum_of_something_else_is_named_at_its_key() -> None:
    """F8: there is no value to compare."""
    town = printed("carrier", "municipal solid waste", "1")
    row = placed(town.totals[0], "totals.csv")
    town.totals = [row]
    (finding,) = hits(town, "F8")

    assert (row.at("key"), None, None) == (finding.source, finding.value, finding.limit)


@pytest.mark.parametrize(("energy", "tonnes", "name"), [("1", None, "energy_mwh"), (None, "1", "emissions_t")])
def test_a_wrong_sum_is_named_at_its_own_cell(energy: str | None, tonnes: str | None, name: str) -> None:
    """F8 knows both columns of totals.csv."""
    town = printed("sector", "residential", energy, tonnes)
    row = placed(town.totals[0], "totals.csv")
    town.totals = [row]

    assert row.at(name) in [f.source for f in hits(town, "F8")]


@pytest.mark.parametrize(
    ("level", "key"), [("carrier", "diesel"), ("total", "energy"), ("sector", "private_commercial_transport")]
)
def test_a_sum_holds_the_tonnes_of_its_rows_and_no_more(level: str, key: str) -> None:
    """Nothing that does not come from energy, where the sum is one of energy."""
    town = printed(level, key)
    (made,) = town.results().municipalities["town"].inventories
    found = printed_sum(town.totals[0], made)
    rows = [x for x in good_leaves() if key in (x.carrier, x.sector, "energy")]

    assert found is not None
    assert sum(x.emissions_t for x in rows if key != "private_commercial_transport" or x.sector == key) == found.emissions_t
