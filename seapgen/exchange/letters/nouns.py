"""The names that a letter may use. Every name is always there; what the data do not say is None, which `if` can ask for.

`docs/letters.md` explains each; a test compares the two.
"""

from __future__ import annotations

from dataclasses import dataclass

from seapgen.exchange.letters.asked import Dates, Figures
from seapgen.exchange.letters.printed import Printed


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture in a line; `name` is its alternative text."""

    png: bytes
    name: str


@dataclass(frozen=True, slots=True)
class AgencyFacts:
    """An agency of the programme."""

    name: Printed
    country: Printed
    address: Printed | None
    telephone: Printed | None
    email: Printed | None
    web: Printed | None
    logo: Logo | None


@dataclass(frozen=True, slots=True)
class DeadlineFacts:
    """Until when a municipality shall have reached a stage."""

    returned: Printed | None
    checked: Printed | None
    approved: Printed | None


@dataclass(frozen=True, slots=True)
class ProgrammeFacts:
    """The programme."""

    title: Printed
    issue_date: Printed
    coordinator: AgencyFacts | None
    deadlines: DeadlineFacts
    funding: Printed | None
    grant: Printed | None
    disclaimer: Printed | None


@dataclass(frozen=True, slots=True)
class GroupFacts:
    """The group of municipalities with a common strategy."""

    name: Printed
    members: tuple[Printed, ...]
    signed_on: Printed | None
    target_pct: Printed | None
    target_year: Printed | None


@dataclass(frozen=True, slots=True)
class CovenantFacts:
    """The way through the Covenant of Mayors."""

    signed_on: Printed | None
    returned_on: Printed | None
    approved_on: Printed | None
    decision: Printed | None


@dataclass(frozen=True, slots=True)
class MunicipalityFacts:
    """The municipality that the letter is about."""

    id: Printed
    name: Printed
    country: Printed
    nuts: Printed | None
    lau: Printed | None
    population: Printed | None
    all_illustrative: bool
    actions_illustrative: bool


@dataclass(frozen=True, slots=True)
class SectorFacts:
    """A sector of the inventory."""

    name: Printed
    energy: Printed
    emissions: Printed
    energy_share: Printed | None
    emissions_share: Printed | None


@dataclass(frozen=True, slots=True)
class CarrierFacts:
    """An energy carrier of the inventory."""

    name: Printed
    energy: Printed
    emissions: Printed
    energy_share: Printed | None


@dataclass(frozen=True, slots=True)
class InventoryFacts:
    """An inventory with its sectors, the largest emitter first, and its carriers."""

    year: Printed
    is_baseline: bool
    energy: Printed
    emissions: Printed
    emissions_all: Printed
    energy_per_head: Printed | None
    emissions_per_head: Printed | None
    sectors: tuple[SectorFacts, ...]
    carriers: tuple[CarrierFacts, ...]


@dataclass(frozen=True, slots=True)
class TargetFacts:
    """What the council promises. A gap or a surplus is there only where there is one."""

    reduction_pct: Printed
    year: Printed
    base_year: Printed
    per_head: bool
    scope_energy: bool
    scope_all: bool
    population: Printed | None
    base: Printed | None
    reduction: Printed | None
    allowed: Printed | None
    gap: Printed | None
    gap_pct: Printed | None
    surplus: Printed | None


@dataclass(frozen=True, slots=True)
class PlanFacts:
    """Sums over the actions that are not cancelled."""

    count: Printed
    period: Printed | None
    cost: Printed | None
    private_cost: Printed | None
    total_cost: Printed | None
    annual_saving: Printed | None
    unfunded: Printed | None
    unfunded_pct: Printed | None
    energy_saving: Printed | None
    res_production: Printed | None
    reduction: Printed | None
    reduction_pct: Printed | None
    coverage: Printed | None
    without_cost: Printed | None
    without_reduction: Printed | None


@dataclass(frozen=True, slots=True)
class ActionFacts:
    """An action that is not cancelled."""

    id: Printed
    title: Printed
    sector: Printed
    status: Printed | None
    is_key: bool
    period: Printed | None
    start_year: Printed | None
    end_year: Printed | None
    responsible: Printed | None
    indicator: Printed | None
    cost: Printed | None
    private_cost: Printed | None
    total_cost: Printed | None
    annual_saving: Printed | None
    payback: Printed | None
    lifetime: Printed | None
    financing: Printed | None
    is_secured: bool
    energy_saving: Printed | None
    res_production: Printed | None
    reduction: Printed | None
    share: Printed | None
    cost_per_tonne: Printed | None
    abatement: Printed | None


@dataclass(frozen=True, slots=True)
class BudgetFacts:
    """Money for the plan and its years."""

    total: Printed
    period: Printed


@dataclass(frozen=True, slots=True)
class FinancingFacts:
    """A source of money, the largest first."""

    source: Printed
    share: Printed
    amount: Printed | None
    is_secured: bool


@dataclass(frozen=True, slots=True)
class StaffFacts:
    """People at work on the plan, full-time equivalents."""

    preparation: Printed | None
    implementation: Printed | None


@dataclass(frozen=True, slots=True)
class ParticipationFacts:
    """Events and answers, counted."""

    events: Printed | None
    people: Printed | None
    answers: Printed | None


@dataclass(frozen=True, slots=True)
class CheckFacts:
    """A warning of `seapgen check` that somebody should look at."""

    code: Printed
    place: Printed
    text: Printed
    way_out: Printed | None


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """Names of the files of the plan's draft in the letter's language."""

    word: Printed
    pdf: Printed
    page: Printed


@dataclass(frozen=True, slots=True)
class LetterFacts:
    """All names that stand at the beginning of a blank. There is no clock: the date of a letter is `programme.issue_date`."""

    programme: ProgrammeFacts
    agency: AgencyFacts | None
    group: GroupFacts | None
    place: Printed
    municipality: MunicipalityFacts
    covenant: CovenantFacts
    inventory: InventoryFacts | None
    inventories: tuple[InventoryFacts, ...]
    target: TargetFacts | None
    targets: tuple[TargetFacts, ...]
    plan: PlanFacts | None
    actions: tuple[ActionFacts, ...]
    budget: BudgetFacts | None
    financing: tuple[FinancingFacts, ...]
    staff: StaffFacts
    participation: ParticipationFacts
    to_check: tuple[CheckFacts, ...]
    documents: DocumentFacts
    figures: Figures
    date: Dates
