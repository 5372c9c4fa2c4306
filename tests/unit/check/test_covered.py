"""Findings of a municipality that keeps something confidential name no amount that is not printed anyhow."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from seapgen.check.covered import covered
from seapgen.model.finding import Finding, Severity, Stage
from seapgen.model.message import Figure, Message, Value, msg
from seapgen.model.peers import Distribution
from seapgen.model.results import MunicipalityResults, Withheld
from seapgen.model.rules import Limit, RuleEntry, RuleTable
from seapgen.model.source import Source
from seapgen.model.units import Unit
from tests.unit.compute.made import computed, town, used

D = Decimal
OPEN = computed(town(used("residential", "electricity", "500"), used("tertiary", "electricity", "400")))
SECRET = replace(OPEN, withheld=Withheld(frozenset({"inventory.2010.leaf.1.energy_mwh"})))


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


TABLE = RuleTable(rules={"E1": RuleEntry("E1", Severity.ERROR, Stage.INVENTORY, (), (), {"most": Limit("most", D("77.7"), "")})})
PEERS = Distribution("IT", "", "energy_mwh_per_capita.residential", 60, (D(1),) * 7, Source("peers.csv", 2))


def covered_once(finding: Finding, results: MunicipalityResults = SECRET) -> Finding:
    """A finding as it is shown, with a table that has one limit."""
    return next(covered([finding], {"town": results}, TABLE))


def hit(value: Value | None = None, limit: Value | None = None, proposal: Message | None = None) -> Finding:
    """A finding of the town's residential energy, with peers."""
    source = Source("consumption.csv", 2)
    return Finding("E1", Stage.INVENTORY, Severity.WARNING, source, msg("Much."), "town", value, limit, proposal, among=PEERS)


def test_a_covered_amount_is_gone() -> None:
    """Nothing of it is left in the figure, not even its size."""
    assert Figure("", D(0), Unit.MWH, is_withheld=True) == covered_once(hit(energy("123.4"))).value


def test_limit_and_way_out_are_covered_too() -> None:
    """They would tell the amount as well."""
    shown = covered_once(hit(limit=energy("123.4"), proposal=msg("Write {that}.", that=energy("123.4"))))

    assert isinstance(shown.limit, Figure) and shown.limit.is_withheld
    assert shown.proposal is not None and "123.4" not in repr(shown.proposal)
    assert "that" in dict(shown.proposal.values)


def test_a_limit_of_the_rule_is_named() -> None:
    """It stands in the table that everybody can read."""
    assert energy("77.7") == covered_once(hit(limit=energy("77.7"))).limit


def test_a_code_that_the_table_lacks_has_no_limits() -> None:
    """Findings of loading and computing are covered as others are."""
    shown = next(covered([replace(hit(energy("77.7")), code="L1")], {"town": SECRET}, TABLE)).value

    assert isinstance(shown, Figure) and shown.is_withheld


def test_a_message_inside_a_message_is_covered() -> None:
    """However deep the amount stands, the rest is still said."""
    inner = msg("{amount} of {sector}", amount=energy("123.4"), sector="homes")
    shown = covered_once(replace(hit(), message=msg("{found} is much.", found=inner))).message

    assert "123.4" not in repr(shown) and "homes" in repr(shown)


def test_the_place_among_peers_goes_with_its_value_only() -> None:
    """Whoever knows the place knows about the amount; beside a printed one it may stand."""
    assert covered_once(hit(energy("123.4"))).among is None
    assert PEERS == covered_once(hit(energy("900"))).among
    assert PEERS == covered_once(hit("the text")).among


def test_amounts_that_are_withheld_are_not_told_by_their_own_figure() -> None:
    """The sum of the sector is printed; the leaf in it is not."""
    two = computed(town(used("residential", "electricity", "500"), used("residential", "natural_gas", "400")))
    secret = replace(two, withheld=Withheld(frozenset({p for p, d in two.figures.items() if d.figure.value == D(500)})))

    shown = covered_once(hit(energy("500")), secret).value
    assert isinstance(shown, Figure) and shown.is_withheld


def test_an_open_return_before_a_secret_one_ends_nothing() -> None:
    """All findings come out, in their order."""
    both = {"town": SECRET, "village": replace(OPEN, id="village")}
    shown = list(covered([replace(hit(energy("5")), municipality="village"), hit(energy("5"))], both, TABLE))

    assert [False, True] == [isinstance(f.value, Figure) and f.value.is_withheld for f in shown]
