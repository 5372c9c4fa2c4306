from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seapgen.compute.explain import explain
from seapgen.compute.results import compute_results
from seapgen.model.inventory import Consumption
from seapgen.model.municipality import Municipality
from seapgen.model.programme import Group, GroupTarget, JointPlan, Programme, Strategy
from seapgen.model.results import Results, SumResults
from seapgen.model.vocabulary import EmissionUnit, Notation, Scope
from seapgen.model.withheld import shown
from tests.unit.compute.made import action, inventory, programme, reference, target, town, used

D = Decimal


def member(
    id_: str, gas: str, pct: str = "", *, group: str = "coast", more: Sequence[Consumption] = (), head: Mapping[str, object] | None = None
) -> Municipality:  # fmt: skip
    """A municipality of a group whose homes burn so many MWh of gas, with a target for 2020 if one is given."""
    own: dict[str, object] = {"id": id_, "group": group, "targets": (target(pct),) if pct else ()}
    made = town(used("residential", "natural_gas", gas), *more, head={**own, **(head or {})})
    return replace(made, folder=f"municipalities/{id_}")


def waiting(id_: str, group: str = "coast") -> Municipality:
    """A member that has handed in nothing."""
    return replace(town(head={"id": id_, "group": group, "inventories": ()}), folder=f"municipalities/{id_}")


def gathered(*members: Municipality, **more: object) -> Programme:
    """A programme with the group "coast"; `more` are fields of the group."""
    group = Group.model_validate({"id": "coast", "name": {"en": "Coast"}, "country": "IT", "languages": ("en",), **more})
    made = programme(*members)
    return replace(made, head=made.head.model_copy(update={"groups": (group,)}))


def results(*members: Municipality, **more: object) -> Results:
    """What is computed of it."""
    return compute_results(gathered(*members, **more), reference())


def coast(*members: Municipality, **more: object) -> SumResults:
    """The group's results."""
    return results(*members, **more).groups["coast"]


def value(found: SumResults, path: str) -> object:
    """The value of a figure; None where there is none."""
    figure = found.get(path)
    return figure.value if figure else None


TWIN = (JointPlan(id="twin", members=("ava", "bor"), option=2),)
PAIR = (JointPlan(id="twin", members=("ava", "bor"), option=1),)


def test_the_sum_is_that_of_the_leaves() -> None:
    """Energy and emissions, whole and by sector."""
    found = coast(member("ava", "1000"), member("bor", "3000"))

    paths = ("energy_mwh", "energy_mwh.residential", "emissions_energy_t", "ipcc-t_co2.emissions_energy_t.residential")
    assert [D(4000), D(4000), D(808), D(808)] == [value(found, f"baseline.{p}") for p in paths]


def test_a_common_reduction_is_the_sum_by_the_sum_and_never_a_mean() -> None:
    """1000 t less 10 % and 9000 t less 30 %: 28 %, not 20 %."""
    found = coast(member("ava", "1000", "10"), member("bor", "9000", "30"))

    assert value(found, "target.2020.reduction_pct") == D(28)


@given(st.lists(st.tuples(st.integers(1, 10**6), st.integers(1, 99)), min_size=2, max_size=6), st.randoms())
def test_the_order_of_members_changes_no_digit(amounts: list[tuple[int, int]], chance: object) -> None:
    """Sums and their quotients are exact."""
    members = [member(f"m{n}", str(gas), str(pct)) for n, (gas, pct) in enumerate(amounts)]
    turned = sorted(members, key=lambda m: hash((m.id, str(chance))))
    one, other = coast(*members), coast(*turned)

    assert {p: d.figure.value for p, d in one.figures.items()} == {p: d.figure.value for p, d in other.figures.items()}


@given(st.lists(st.tuples(st.integers(1, 10**6), st.integers(1, 99)), min_size=1, max_size=6))
def test_sum_times_percentage_is_the_reduction(amounts: list[tuple[int, int]]) -> None:
    """The quotient is the only inexact step."""
    found = coast(*(member(f"m{n}", str(gas), str(pct)) for n, (gas, pct) in enumerate(amounts)))
    reduction = sum((D(gas) * D("0.202") * pct / 100 for gas, pct in amounts), D(0))
    base = sum((D(gas) * D("0.202") for gas, _ in amounts), D(0))

    assert (reduction, base) == (value(found, "target.2020.reduction_t"), value(found, "target.2020.base_t"))


def test_what_counts_otherwise_is_not_added() -> None:
    """Two units: two parts, no sum of emissions, and the energy of both."""
    other = member("bor", "3000", "20", head={"inventories": (inventory(factor_set="equivalents"),)})
    equivalents = replace(reference().factor_sets["made"], id="equivalents", unit=EmissionUnit.T_CO2E)
    known = replace(reference(), factor_sets={**reference().factor_sets, "equivalents": equivalents})
    found = compute_results(gathered(member("ava", "1000", "20"), other), known).groups["coast"]

    assert (["ipcc-t_co2", "ipcc-t_co2e"], None, None, D(4000)) == (
        [part.key for part in found.parts], value(found, "baseline.emissions_energy_t"), value(found, "target.2020.reduction_pct"),
        value(found, "baseline.energy_mwh"),
    )  # fmt: skip


def test_base_years_stay_with_the_sum() -> None:
    """Different ones may be added, and are known."""
    later = member("bor", "3000", head={"inventories": (inventory(2014),)}, more=())
    moved = replace(later, consumption=(used("residential", "natural_gas", "3000", year=2014),))
    (part,) = coast(member("ava", "1000"), moved).parts

    assert {"ava": 2010, "bor": 2014} == part.base_years


def test_targets_of_different_years_are_not_added() -> None:
    """Each year has its own sum."""
    found = coast(member("ava", "1000", "20"), member("bor", "1000", head={"targets": (target("40", target_year=2030),)}))

    assert (D(20), D(40)) == (value(found, "target.2020.reduction_pct"), value(found, "target.2030.reduction_pct"))


def test_targets_of_different_scope_are_not_added() -> None:
    """A target that counts waste is not one that counts energy only."""
    other = member("bor", "1000", head={"targets": (target("40", scope=Scope.ALL),)})
    found = coast(member("ava", "1000", "20"), other)

    assert (None, D(20)) == (value(found, "target.2020.reduction_pct"), value(found, "target.2020.ipcc-t_co2.reduction_pct"))


def test_signed_and_delivered_are_counted() -> None:
    """Three signed, two of them delivered, and one delivered that has not signed."""
    strategy = Strategy(signatories=("ava", "bor", "dol"))
    found = coast(member("ava", "1"), member("bor", "1"), member("cale", "1"), waiting("dol"), strategy=strategy)

    assert [D(4), D(3), D(3), D(2)] == [value(found, p) for p in ("municipalities", "signed", "delivered", "signed_delivered")]


def test_a_total_knows_its_municipalities() -> None:
    """Who waits is in the group, and in no sum."""
    found = coast(member("ava", "1"), waiting("dol"))

    assert (("ava", "dol"), ("ava",)) == (found.municipalities("municipalities"), found.municipalities("baseline.energy_mwh"))


def test_a_joint_plan_is_added_once_for_all_its_members() -> None:
    """Its members are counted, it is not."""
    found = coast(waiting("ava"), waiting("bor"), member("twin", "5000", "20"), joint_plans=TWIN)

    assert (D(2), D(2), D(5000), ("ava", "bor")) == (
        value(found, "municipalities"), value(found, "delivered"), value(found, "baseline.energy_mwh"),
        found.municipalities("target.2020.reduction_t"),
    )  # fmt: skip


def test_inventories_of_members_are_not_added_to_that_of_their_joint_plan() -> None:
    """Nothing is counted twice."""
    found = coast(member("ava", "2000", "30"), member("bor", "3000", "10"), member("twin", "5000"), joint_plans=PAIR)

    assert value(found, "baseline.energy_mwh") == D(5000)


def test_targets_of_members_are_added_where_each_keeps_its_own() -> None:
    """Option 1: 30 % of 2000 and 10 % of 3000 are 18 % of 5000."""
    found = coast(member("ava", "2000", "30"), member("bor", "3000", "10"), member("twin", "5000"), joint_plans=PAIR)

    assert value(found, "target.2020.reduction_pct") == D(18)


def test_members_count_where_their_joint_plan_has_no_inventory() -> None:
    """Their own inventories are there."""
    found = coast(member("ava", "2000"), member("bor", "3000"), waiting("twin"), joint_plans=PAIR)

    assert (D(5000), ("ava", "bor")) == (value(found, "baseline.energy_mwh"), found.municipalities("baseline.energy_mwh"))


def test_who_belongs_to_no_group_is_in_the_programme() -> None:
    """The programme adds all municipalities."""
    found = results(
        member("ava", "1000"), replace(member("far", "500"), head=member("far", "500").head.model_copy(update={"group": None}))
    )
    whole = found.programme
    assert whole is not None

    assert (D(1000), D(1500)) == (value(found.groups["coast"], "baseline.energy_mwh"), value(whole, "baseline.energy_mwh"))


def test_plans_are_added() -> None:
    """Cost, number and effect of the actions that count."""
    one = replace(
        member("ava", "1000"), actions=(action("A1", "residential", cost_eur="100", co2_reduction_t="7", end_year=2020),)
    )
    other = replace(member("bor", "1000"), actions=(action("A1", "tertiary", cost_eur="50", co2_reduction_t="5", end_year=2020),))
    found = coast(one, other)

    assert [D(150), D(2), D(12), D(5)] == [
        value(found, p) for p in ("plan.cost_eur", "plan.actions", "plan.2020.reduction_t", "plan.2020.ipcc-t_co2.reduction_t.tertiary")
    ]  # fmt: skip


def test_the_common_target_stands_beside_the_sum() -> None:
    """It is stated, and changes no sum."""
    strategy = Strategy(base_year=2010, target=GroupTarget(reduction_pct=D(21), target_year=2020))
    found = coast(member("ava", "1000", "20"), strategy=strategy)

    assert (D(21), D(20)) == (value(found, "strategy.reduction_pct"), value(found, "target.2020.reduction_pct"))


@pytest.mark.parametrize("path", ["baseline.energy_mwh", "target.2020.reduction_pct", "delivered", "plan.cost_eur"])
def test_every_figure_is_explained_down_to_the_cells(path: str) -> None:
    """Evaluated again, each formula gives its figure."""
    one = replace(member("ava", "1000", "20"), actions=(action("A1", "residential", cost_eur="100", end_year=2020),))
    found = explain(results(one, member("bor", "3000", "10")), "group/coast", path)

    assert found.holds and found.figure.id == f"group/coast:{path}"


SECRET = (
    used("residential", "heating_oil", "900"), used("tertiary", "heating_oil", "800"), used("tertiary", "natural_gas", "700"),
    used("municipal_buildings", "natural_gas", "850"),
)  # fmt: skip


FAMILIES = ("energy_mwh", "emissions_energy_t")


def hidden(id_: str) -> Municipality:
    """A member with one confidential amount."""
    made = member(id_, "1000", "20", more=SECRET)
    rows = (made.consumption[0].model_copy(update={"notation": Notation.C}), *made.consumption[1:])
    return replace(made, consumption=rows)


def test_what_is_made_of_a_withheld_figure_is_withheld() -> None:
    """The group's sum by sector would give the member's sector away by subtraction."""
    found = results(hidden("ava"), member("bor", "500"))
    own = found.municipalities["ava"].withheld.paths
    sums = found.groups["coast"]
    made_of = {
        path for path in sums.figures
        if any(isinstance(x, str) and x.partition(":")[2] in own and x.startswith("municipality/ava:")
               for x in sums.derived(path).derivation.inputs)
    }  # fmt: skip

    assert made_of and made_of <= sums.withheld.paths


def test_a_withheld_sum_shows_no_digit() -> None:
    """Neither in the figures nor in the explanation of the programme's sum."""
    found = results(hidden("ava"), member("bor", "500"))
    path = next(iter(sorted(found.groups["coast"].withheld.paths)))

    assert shown(found).groups["coast"].figure(path).is_withheld and explain(shown(found), "group/coast", path).figure.value == 0


def test_sums_of_open_figures_are_shown() -> None:
    """The member prints its total itself; so may the group."""
    found = results(hidden("ava"), member("bor", "500"))

    is_open = {path: path not in found.municipalities["ava"].withheld.paths for path in (f"inventory.2010.{f}" for f in FAMILIES)}
    sums = shown(found).groups["coast"]

    assert any(is_open.values()) and list(is_open.values()) == [not sums.figure(f"baseline.{f}").is_withheld for f in FAMILIES]
