"""What the chapters may ask of the inventory: rankings, shares and gaps, decided here and still exact."""

from __future__ import annotations

from decimal import Decimal

from seapgen.compose.seap.subject import Subject, carriers_by_energy, sector_term, several
from seapgen.compose.view import View
from seapgen.model.message import Term, Verbatim, Words
from seapgen.model.results import FactorUse
from seapgen.model.vocabulary import (
    BUILDING_SECTORS,
    MUNICIPAL_SECTORS,
    TRANSPORT_SECTORS,
    Carrier,
    Notation,
    Sector,
)

SIMILAR_POINTS = Decimal(
    2
)  # two sectors "weigh almost the same" (recommendations.md D.2: unless the difference is below 2 points)
SMALL_MUNICIPAL_PCT = Decimal(10)
MANY_STATISTICS_PCT = Decimal(25)
LEVERS = {
    Sector.RESIDENTIAL: "homes",
    Sector.TERTIARY: "services",
    Sector.INDUSTRY_NON_ETS: "industry",
    Sector.PRIVATE_COMMERCIAL_TRANSPORT: "transport",
    Sector.PUBLIC_TRANSPORT: "transport",
    Sector.TRANSPORT_NOT_ALLOCATED: "transport",
}


def inventory_views(subject: Subject) -> dict[str, View | None]:
    """All views of the inventory by the name that chapter files use."""
    return {
        "inv": inventory_view(subject),
        "ranking": ranking_view(subject),
        "carriers": carriers_view(subject),
        "municipal": municipal_view(subject),
        "other": other_view(subject),
        "factors": factors_view(subject),
        "quality": quality_view(subject),
        "missing": missing_view(subject),
        "excluded": excluded_view(subject),
        "peers": peers_view(subject),
        **direct_views(subject),
    }


def inventory_view(subject: Subject) -> View:
    """Year, totals and per head."""
    there = set(subject.inventory.sectors())
    absent = [c for c in Carrier if c is not Carrier.FUEL_NOT_SPECIFIED and c not in subject.inventory.carriers()]
    has_buildings, has_transport = bool(there & set(BUILDING_SECTORS)), bool(there & set(TRANSPORT_SECTORS))
    return View(
        {
            "year": subject.inv("year"),
            "is_baseline": subject.is_baseline,
            "is_inventory_year": not subject.is_baseline,
            "energy": subject.inv("energy_mwh"),
            "emissions": subject.inv("emissions_energy_t"),
            "emissions_all": subject.inv("emissions_t"),
            "per_head": subject.inv_get("emissions_energy_t_per_capita"),
            "energy_per_head": subject.inv_get("energy_mwh_per_capita"),
            "population": subject.inv_get("population"),
            "has_buildings": has_buildings,
            "has_transport": has_transport,
            "buildings_share": subject.inv_get("emissions_share_pct.group.buildings") if has_buildings else None,
            "transport_share": subject.inv_get("emissions_share_pct.group.transport") if has_transport else None,
            "left_out_carriers": several([Term(f"carrier.{c}") for c in absent]),
        }
    )


def sector_alone(subject: Subject, sector: Sector) -> Term:
    """The word for a sector in a sentence: transport that is not allocated is simply transport where there is no other."""
    others = set(subject.inventory.sectors()) & set(TRANSPORT_SECTORS) - {sector}
    return (
        Term("sector_alone.transport_not_allocated")
        if sector is Sector.TRANSPORT_NOT_ALLOCATED and not others
        else sector_term(sector)
    )


def ranking_view(subject: Subject) -> View:
    """The order of the sectors by emissions."""
    order = subject.ranking
    ranked = [
        View(
            {
                "sector": sector_alone(subject, s),
                "share": subject.inv(f"emissions_share_pct.{s}"),
                "emissions": subject.inv(f"emissions_t.{s}"),
            }
        )
        for s in order
    ]
    total = subject.inventory.emissions_t()
    similar = len(order) > 1 and total > 0 and _points(subject, order[0], order[1], total) < SIMILAR_POINTS
    count = subject.inv_get("sectors_two_thirds")
    return View(
        {
            "first": ranked[0],
            "second": ranked[1] if len(ranked) > 1 else None,
            "only": len(ranked) == 1,
            "similar": similar,
            "pair_share": subject.inv_get("emissions_share_pct.first_two"),
            "lever": LEVERS.get(order[0], ""),
            "two_thirds": count is not None and count.value != 1 and len(order) >= 4,
            "two_thirds_count": count,
        }
    )


def _points(subject: Subject, first: Sector, second: Sector, total: Decimal) -> Decimal:
    return (subject.inventory.emissions_t(first) - subject.inventory.emissions_t(second)) * 100 / total


def carriers_view(subject: Subject) -> View | None:
    """The order of the carriers by energy; None for a thin return."""
    inventory = subject.inventory
    order = carriers_by_energy(subject)
    if not inventory.has_carriers or not order:
        return None
    ranked = [View({"carrier": Term(f"carrier.{c}"), "share": subject.inv(f"energy_share_pct.carrier.{c}")}) for c in order]
    energy, emissions = (
        subject.inv_get("energy_share_pct.carrier.electricity"),
        subject.inv_get("emissions_share_pct.carrier.electricity"),
    )
    heavier = (
        inventory.emissions_t(carrier=Carrier.ELECTRICITY) * inventory.energy_mwh()
        > inventory.energy_mwh(carrier=Carrier.ELECTRICITY) * inventory.emissions_t()
    )
    return View(
        {
            "first": ranked[0],
            "second": ranked[1] if len(ranked) > 1 else None,
            "only": len(ranked) == 1,
            "electricity_weighs_more": heavier,
            "electricity_energy_share": energy,
            "electricity_emission_share": emissions,
            "renewable_share": subject.inv_get("energy_share_pct.renewable"),
        }
    )


def municipal_view(subject: Subject) -> View | None:
    """The municipality's own consumption, where it is reported apart."""
    share = subject.inv_get("emissions_share_pct.municipal")
    if share is None or not set(subject.inventory.sectors()) & set(MUNICIPAL_SECTORS):
        return None
    return View({"share": share, "small": isinstance(share.value, Decimal) and share.value < SMALL_MUNICIPAL_PCT})


def other_view(subject: Subject) -> View | None:
    """Emissions that do not come from energy: sources and sinks apart."""
    if not subject.inventory.non_energy:
        return None
    units = {x.unit for x in subject.inventory.non_energy}
    sources = {x.sector for x in subject.inventory.non_energy if x.emissions_t > 0}
    return View(
        {
            "source_names": several([sector_term(s) for s in Sector if s in sources]),
            "sources": subject.inv_get("emissions_t.sources"),
            "sinks": subject.inv_get("emissions_t.sinks"),
            "mixed_units": units != {subject.inventory.unit},
        }
    )


def direct_views(subject: Subject) -> dict[str, View | None]:
    """Fuel burnt on the spot and supply by networks, for thin returns."""
    direct, indirect = subject.inv_get("emissions_t.direct"), subject.inv_get("emissions_t.indirect")
    there = direct is not None and indirect is not None
    return {
        "direct": View({"emissions": direct}) if there else None,
        "indirect": View({"emissions": indirect}) if there else None,
    }


def factors_view(subject: Subject) -> View:
    """Approach, unit and the electricity factor."""
    inventory = subject.inventory
    electricity = next((f for f in inventory.factors if f.carrier is Carrier.ELECTRICITY), None)
    own = sum(1 for f in inventory.factors if f.kind == "own")
    return View(
        {
            "approach": str(inventory.approach),
            "unit": str(inventory.unit),
            "electricity_kind": _kind(electricity),
            "electricity": subject.get(f"factor.{subject.year}.electricity") if electricity else None,
            "own_count": subject.get(f"factor.{subject.year}.own_count") if own else None,
            "set": Verbatim(inventory.factor_set) if inventory.factor_set else None,
        }
    )


def _kind(use: FactorUse | None) -> str:
    if use is None:
        return ""
    return "own" if use.kind in ("own", "stated") else "national" if use.kind in ("national", "set") else use.kind


def quality_view(subject: Subject) -> View | None:
    """How the quantities came about, where the return says so for all of them and nothing confidential can be told from it."""
    shares = {q: subject.inv_get(f"quality_pct.{q}") for q in ("measured", "estimated", "top_down")}
    if any(share is None or share.is_withheld for share in shares.values()):
        return None
    top_down = shares["top_down"]
    many = top_down is not None and isinstance(top_down.value, Decimal) and top_down.value > MANY_STATISTICS_PCT
    return View({**shares, "mostly_statistics": many})


def missing_view(subject: Subject) -> View:
    """What the return lacks, by notation key."""

    def named(key: Notation) -> object:
        sectors = {x.sector for x in subject.inventory.notation if x.key is key}
        return several([sector_term(s) for s in Sector if s in sectors])

    counted = set(subject.inventory.sectors())
    open_ = {x.sector for x in subject.inventory.notation if x.key is Notation.NE}
    view = {
        "not_estimated": several([sector_term(s) for s in Sector if s in open_ - counted]),
        "partly_estimated": several([sector_term(s) for s in Sector if s in open_ & counted]),
        "elsewhere": named(Notation.IE),
        "confidential": named(Notation.C),
    }
    any_ = bool(open_) or not subject.inventory.has_carriers or municipal_view(subject) is None
    return View({**view, "covered": bool(subject.results.withheld), "any": any_})


def excluded_view(subject: Subject) -> View:
    """Sectors left out with their reason."""
    excluded = subject.municipality.head.excluded
    entries = [View({"sector": sector_term(s), "reason": Words(text)}) for s, text in excluded.items()]
    return View({"any": bool(entries), "sectors": several([sector_term(s) for s in excluded]), "entries": tuple(entries)})


def peers_view(subject: Subject) -> View | None:
    """Energy of the four key sectors per inhabitant beside the median of the peers; None where it cannot be compared."""
    path = f"peers.{subject.year}.energy_mwh_per_capita.key_sectors"
    own, median = subject.get(path), subject.get(f"{path}.median")
    found = ((who, size, subject.get(f"{path}.n.{who}.{size}")) for who in ("country", "union") for size in ("size", "all"))
    who, size, n = next((f for f in found if f[2] is not None), ("", "", None))
    if own is None or own.is_withheld or median is None or n is None:
        return None
    country = Term(f"country.{subject.municipality.head.country}") if who == "country" else None
    return View({"own": own, "median": median, "n": n, "country": country, "similar": size == "size"})
