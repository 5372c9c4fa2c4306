"""Every figure can be computed again from what stands behind it."""

from __future__ import annotations

from decimal import Decimal

from seapgen.compute import explain
from seapgen.model.explanation import Explanation
from seapgen.model.inventory import Production
from seapgen.model.municipality import Budget, FinancingShare, Municipality
from seapgen.model.programme import Economics
from seapgen.model.results import Cell
from seapgen.model.vocabulary import FinancingSource
from tests.unit.compute.made import action, all_of, inventory, target, town, turin, used

D = Decimal
ECONOMICS = Economics(discount_rate_pct=D(4), energy_price_eur_per_mwh={"electricity": D(180), "natural_gas": D(75)})


def busy() -> Municipality:
    """A town with two inventories, a local factor, a target, actions and money."""
    head = {
        "inventories": (inventory(electricity="local"), inventory(2014, "monitoring")), "targets": (target("20"),),
        "budget": Budget(total_eur=D(1000), period=(2012, 2020)),
        "financing": (FinancingShare(source=FinancingSource.OWN, share_pct=D(100), secured=True),),
    }  # fmt: skip
    given = {
        "cost_eur": "310000",
        "co2_reduction_t": "107",
        "lifetime_years": "20",
        "energy_saving_mwh": "300",
        "res_production_mwh": "7",
    }
    solar = Production(inventory_year=2010, product="electricity", produced_mwh=D(77), emissions_t=D(0))
    rows = (
        used("tertiary", "electricity", "1003.7"),
        used("residential", "natural_gas", "7001"),
        used("tertiary", "electricity", "901", year=2014),
    )
    actions = (action("A1", "residential", **given), action("A2", "tertiary", annual_saving_eur="7", **given))
    return town(*rows, head=head, production=(solar,), actions=actions)


def disagreeing(municipality: Municipality) -> list[str]:
    """Figures whose formula does not give their value again."""
    results = all_of(municipality, economics=ECONOMICS)
    return [path for path in results.municipalities["town"].figures if not explain(results, "town", path).holds]


def test_every_figure_of_turin_holds() -> None:
    """Every derivation gives its value to the last digit."""
    assert disagreeing(turin()) == []


def test_every_figure_of_a_busy_town_holds() -> None:
    """The same for local factors, targets, money and trends."""
    assert disagreeing(busy()) == []


def test_an_explanation_walks_down_to_the_cells() -> None:
    """Total, sector, leaf, then energy and factor as cells."""
    results = all_of(town(used("residential", "natural_gas", "10")))
    node: Explanation | Cell = explain(results, "town", "inventory.2010.emissions_t")
    names = []
    while isinstance(node, Explanation):
        names.append(node.formula.name)
        node = node.inputs[0]
    assert (names, node.value) == (["same", "sum", "sum", "product", "stated"], D(10))


def test_figures_carry_their_scope() -> None:
    """The id says whose figure it is; the path does not."""
    results = all_of(town(used("residential", "natural_gas", "10")))
    assert results.municipalities["town"].figure("inventory.2010.energy_mwh").id == "municipality/town:inventory.2010.energy_mwh"
