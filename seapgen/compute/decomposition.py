"""Why emissions changed between two inventories: population, energy used by each inhabitant, emission factors.

In every cell (sector and carrier, or sector alone) emissions are inhabitants × energy per inhabitant × emission factor. Each
cause gets the mean of what it changes over all six orders in which the three can change from the earlier to the later value
(its Shapley value), so that the parts add up to the change without a rest and none depends on an order.

The sixths are kept to 15 decimals. The activity is what the other two leave of the change: in the last digits that makes the
sum exact. Where one year has no energy in the cell, it has no factor, and that of the other year stands for it.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from seapgen.compute.exact import exactly, quotient
from seapgen.model.message import msg
from seapgen.model.results import Formula

SHAPLEY = (
    "Albrecht, François, Schoors: A Shapley decomposition of carbon emissions without residuals, Energy Policy 30 (2002),"
    " 727–736, doi:10.1016/S0301-4215(01)00131-8"
)
ZERO, ONE = Decimal(0), Decimal(1)


@dataclass(frozen=True, slots=True)
class Change:
    """A cell in two years: emissions in t, energy in MWh, inhabitants; a year without the cell has zeros.

    Inhabitants of one in both years stand for a population that is not known: it then explains nothing.
    """

    emissions_before: Decimal
    energy_before: Decimal
    emissions: Decimal
    energy: Decimal
    people_before: Decimal = ONE
    people: Decimal = ONE

    @property
    def whole(self) -> Decimal:
        """What there is to explain."""
        return self.emissions - self.emissions_before

    @property
    def has_one_factor(self) -> bool:
        """Whether both years have the same factor, or one of them has none."""
        before, after = self.emissions_before * self.energy, self.emissions * self.energy_before
        return not self.energy_before or not self.energy or before == after

    def crossed(self) -> tuple[Decimal, Decimal]:
        """Later energy at the earlier factor, and earlier energy at the later factor."""
        if self.has_one_factor:
            return self.emissions, self.emissions_before
        ahead = quotient(self.emissions_before * self.energy, self.energy_before)
        return ahead, quotient(self.emissions * self.energy_before, self.energy)

    def grown(self, amount: Decimal) -> Decimal:
        """An amount of the earlier population, for the later one."""
        return quotient(amount * self.people, self.people_before)

    def shrunk(self, amount: Decimal) -> Decimal:
        """An amount of the later population, for the earlier one."""
        return quotient(amount * self.people_before, self.people)


def by_factor(*cell: Decimal) -> Decimal:
    """What the emission factor changed, in t; inputs as the fields of `Change`."""
    return _factor(Change(*cell))


def by_population(*cell: Decimal) -> Decimal:
    """What the number of inhabitants changed, in t; inputs as the fields of `Change`, with inhabitants."""
    return _population(Change(*cell))


def by_activity(*cell: Decimal) -> Decimal:
    """What the energy used by each inhabitant changed, in t: what the other two leave; inputs as the fields of `Change`."""
    change = Change(*cell)
    return change.whole - _population(change) - _factor(change)


def new_by_population(emissions: Decimal, people_before: Decimal, people: Decimal) -> Decimal:
    """The population's part in a cell that only the later year has."""
    return by_population(ZERO, ZERO, emissions, ONE, people_before, people)


def new_by_activity(emissions: Decimal, *people: Decimal) -> Decimal:
    """The activity's part in a cell that only the later year has; earlier and later inhabitants where they are known."""
    return by_activity(ZERO, ZERO, emissions, ONE, *people)


def gone_by_population(emissions: Decimal, people_before: Decimal, people: Decimal) -> Decimal:
    """The population's part in a cell that only the earlier year has."""
    return by_population(emissions, ONE, ZERO, ZERO, people_before, people)


def gone_by_activity(emissions: Decimal, *people: Decimal) -> Decimal:
    """The activity's part in a cell that only the earlier year has; earlier and later inhabitants where they are known."""
    return by_activity(emissions, ONE, ZERO, ZERO, *people)


def together(*parts: Decimal) -> Decimal:
    """A cause's parts in several cells."""
    return sum(parts, ZERO)


def _factor(change: Change) -> Decimal:
    """Two of the six orders change it first, two last, and one each after population or activity alone."""
    if change.has_one_factor:
        return ZERO
    ahead, behind = change.crossed()
    ends = behind - change.emissions_before + change.emissions - ahead
    between = (
        change.grown(behind) - change.grown(change.emissions_before) + change.shrunk(change.emissions) - change.shrunk(ahead)
    )
    return quotient(2 * ends + between, Decimal(6))


def _population(change: Change) -> Decimal:
    """As the factor."""
    ahead, behind = change.crossed()
    ends = change.grown(change.emissions_before) - change.emissions_before + change.emissions - change.shrunk(change.emissions)
    between = change.grown(behind) - behind + ahead - change.shrunk(ahead)
    return quotient(2 * ends + between, Decimal(6))


DECOMPOSITION = (
    Formula(
        "cause",
        msg("sum of the cause’s parts by sector and carrier, each the mean over all orders of the causes (Shapley)"),
        exactly(together),
        SHAPLEY,
    ),
    Formula(
        "by_population",
        msg("part of the change that the number of inhabitants explains: mean over all orders of the three causes"),
        exactly(by_population),
        SHAPLEY,
    ),
    Formula(
        "by_activity",
        msg("part of the change that the energy used by each inhabitant explains: mean over all orders of the three causes"),
        exactly(by_activity),
        SHAPLEY,
    ),
    Formula(
        "by_factor",
        msg("part of the change that the emission factor explains: mean over all orders of the three causes"),
        exactly(by_factor),
        SHAPLEY,
    ),
    Formula(
        "new_by_population",
        msg("the number of inhabitants’ part in emissions that only the later inventory has"),
        exactly(new_by_population),
        SHAPLEY,
    ),
    Formula(
        "new_by_activity",
        msg("the activity’s part in emissions that only the later inventory has"),
        exactly(new_by_activity),
        SHAPLEY,
    ),
    Formula(
        "gone_by_population",
        msg("the number of inhabitants’ part in emissions that only the earlier inventory has"),
        exactly(gone_by_population),
        SHAPLEY,
    ),
    Formula(
        "gone_by_activity",
        msg("the activity’s part in emissions that only the earlier inventory has"),
        exactly(gone_by_activity),
        SHAPLEY,
    ),
)
