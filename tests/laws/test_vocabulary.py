"""Law 9: the closed lists are those of the contract, and everything that depends on them is complete."""

from __future__ import annotations

import re
import tomllib
from enum import StrEnum

import pytest

from seapgen.model import vocabulary
from seapgen.model.finding import Severity, Stage
from seapgen.model.units import Unit, per_head, per_mwh
from seapgen.model.vocabulary import (
    KEY_SECTORS,
    ActionSector,
    AgencyRole,
    Approach,
    Carrier,
    EmissionUnit,
    EstimateBasis,
    FinancingSource,
    Fuel,
    InventoryKind,
    Notation,
    Provenance,
    Quality,
    Scope,
    Sector,
    SectorGroup,
    Status,
    TargetBasis,
    group_of,
)
from tests.support.places import ROOT

CONTRACT = {  # as the contract writes them, in its order
    Sector: (
        "municipal_buildings tertiary residential public_lighting industry_non_ets industry_ets buildings_not_allocated"
        " municipal_fleet public_transport private_commercial_transport transport_not_allocated agriculture other_not_allocated"
        " waste waste_water other_non_energy afolu"
    ),
    Carrier: (
        "electricity heat_cold natural_gas liquid_gas heating_oil diesel gasoline lignite coal other_fossil biogas plant_oil"
        " biofuel other_biomass solar_thermal geothermal fuel_not_specified"
    ),
    ActionSector: "local_electricity local_heat land_use procurement stakeholders other",
    Status: "not_started ongoing completed postponed cancelled new",
    FinancingSource: "own regional national eu_erdf eu_cohesion eu_elena eib loan esco ppp private none",
}
FAMILIES = {  # the group of terms in locales/<language>/terms.toml that names a closed list
    "sector": Sector, "sector_group": SectorGroup, "action_sector": ActionSector, "carrier": Carrier, "status": Status,
    "financing": FinancingSource, "notation": Notation, "quality": Quality, "approach": Approach, "provenance": Provenance,
    "inventory_kind": InventoryKind, "target_basis": TargetBasis, "target_scope": Scope, "basis": EstimateBasis,
    "agency_role": AgencyRole, "fuel": Fuel, "unit": Unit, "severity": Severity, "stage": Stage,
}  # fmt: skip
LANGUAGES = sorted(path.parent.name for path in ROOT.glob("locales/*/terms.toml"))


def lists() -> list[type[StrEnum]]:
    """All closed lists of the vocabulary."""
    found = (value for value in vars(vocabulary).values() if isinstance(value, type) and issubclass(value, StrEnum))
    return [each for each in found if each is not StrEnum]


@pytest.mark.parametrize("closed_list", CONTRACT, ids=lambda each: each.__name__)
def test_keys_are_those_of_the_contract(closed_list: type[StrEnum]) -> None:
    """Keys and their order are what the input's contract says."""
    assert CONTRACT[closed_list].split() == [str(key) for key in closed_list]


def test_notation_keys_are_those_of_the_contract() -> None:
    """A cell may be NO, NE, IE or C."""
    assert {"NO", "NE", "IE", "C"} == {str(key) for key in Notation}


def test_keys_are_written_like_names() -> None:
    """A key is lower case with underscores, notation keys apart, and its member is the same in capitals."""
    for closed_list in lists():
        for key in closed_list:
            assert key.name == key.value.upper()
            assert closed_list is Notation or re.fullmatch(r"[a-z][a-z0-9_]*", key.value)


def test_an_action_sector_is_no_sector() -> None:
    """The field of an action can be told from a row of the inventory by its key alone."""
    assert not {str(s) for s in Sector} & {str(s) for s in ActionSector}


def test_every_sector_has_one_group() -> None:
    """The groups part the sectors: none is empty, and only the last four sectors do not use energy."""
    groups = [group_of(sector) for sector in Sector]

    assert set(SectorGroup) == set(groups)
    assert list(Sector)[13:] == [s for s in Sector if group_of(s) is SectorGroup.NON_ENERGY]


def test_key_sectors_do_not_overlap() -> None:
    """The Covenant's four key sectors have no row in common and hold rows that use energy only."""
    rows = [sector for key_sector in KEY_SECTORS for sector in key_sector]

    assert len(rows) == len(set(rows))
    assert SectorGroup.NON_ENERGY not in {group_of(sector) for sector in rows}


@pytest.mark.parametrize("unit", EmissionUnit)
def test_units_of_emissions_are_units(unit: EmissionUnit) -> None:
    """What a tonne counts can be printed, per head and per MWh too."""
    whole = Unit(unit.value)

    assert {per_head(whole), per_mwh(whole)} < set(Unit)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("family", FAMILIES)
def test_every_key_has_a_label(language: str, family: str) -> None:
    """Every key of a closed list has a label in every language, and no term stands for a key that is not."""
    terms = tomllib.loads((ROOT / "locales" / language / "terms.toml").read_text(encoding="utf-8"))[family]

    assert {str(key) for key in FAMILIES[family]} == set(terms)
    assert all(term["label"] for term in terms.values())


def test_every_closed_list_has_terms() -> None:
    """A list added to the vocabulary is named in every language too, or tells a program something only."""
    assert set() == set(lists()) - set(FAMILIES.values()) - {EmissionUnit}
