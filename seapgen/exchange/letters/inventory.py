"""The names of an inventory and of the targets that count from it."""

from __future__ import annotations

from collections.abc import Iterator

from seapgen.exchange.letters.nouns import CarrierFacts, InventoryFacts, SectorFacts, TargetFacts
from seapgen.exchange.letters.teller import Teller
from seapgen.model.message import Term
from seapgen.model.municipality import InventoryHead, Target
from seapgen.model.results import InventoryResult
from seapgen.model.vocabulary import Carrier, InventoryKind, Scope, Sector, TargetBasis


def inventory_facts(by: Teller, head: InventoryHead, result: InventoryResult) -> InventoryFacts:
    """One inventory."""
    at = f"inventory.{head.year}"
    return InventoryFacts(
        year=by.must(f"{at}.year"),
        is_baseline=head.kind is InventoryKind.BASELINE,
        energy=by.must(f"{at}.energy_mwh"),
        emissions=by.must(f"{at}.emissions_energy_t"),
        emissions_all=by.must(f"{at}.emissions_t"),
        energy_per_head=by.get(f"{at}.energy_mwh_per_capita"),
        emissions_per_head=by.get(f"{at}.emissions_energy_t_per_capita"),
        sectors=tuple(_sectors(by, at, result)),
        carriers=tuple(_carriers(by, at, result)),
    )


def _sectors(by: Teller, at: str, result: InventoryResult) -> Iterator[SectorFacts]:
    order = list(Sector)
    for sector in sorted(result.sectors(), key=lambda s: (-result.emissions_t(s), order.index(s))):
        yield SectorFacts(
            name=by.say(Term(f"sector.{sector}")),
            energy=by.must(f"{at}.energy_mwh.{sector}"),
            emissions=by.must(f"{at}.emissions_t.{sector}"),
            energy_share=by.get(f"{at}.energy_share_pct.{sector}"),
            emissions_share=by.get(f"{at}.emissions_share_pct.{sector}"),
        )


def _carriers(by: Teller, at: str, result: InventoryResult) -> Iterator[CarrierFacts]:
    """In the order of their energy; none for a thin return."""
    order = list(Carrier)
    known = result.carriers() if result.has_carriers else ()
    for carrier in sorted(known, key=lambda c: (-result.energy_mwh(carrier=c), order.index(c))):
        yield CarrierFacts(
            name=by.say(Term(f"carrier.{carrier}")),
            energy=by.must(f"{at}.energy_mwh.carrier.{carrier}"),
            emissions=by.must(f"{at}.emissions_t.carrier.{carrier}"),
            energy_share=by.get(f"{at}.energy_share_pct.carrier.{carrier}"),
        )


def target_facts(by: Teller, target: Target) -> TargetFacts:
    """One target with what it means in tonnes, as far as there is an inventory of its base year."""
    at = f"target.{target.target_year}"
    return TargetFacts(
        reduction_pct=by.must(f"{at}.reduction_pct"),
        year=by.must(f"{at}.year"),
        base_year=by.must(f"{at}.base_year"),
        per_head=target.basis is TargetBasis.PER_CAPITA,
        scope_energy=target.scope is Scope.ENERGY,
        scope_all=target.scope is Scope.ALL,
        population=by.get(f"{at}.population"),
        base=by.get(f"{at}.base_t"),
        reduction=by.get(f"{at}.reduction_t"),
        allowed=by.get(f"{at}.allowed_t"),
        gap=by.some(f"{at}.gap_t"),
        gap_pct=by.some(f"{at}.gap_pct"),
        surplus=by.some(f"{at}.surplus_t"),
    )
