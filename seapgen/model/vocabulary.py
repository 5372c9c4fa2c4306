"""The closed lists of the Covenant's templates; keys are those of the contract."""

from __future__ import annotations

from enum import StrEnum


class Sector(StrEnum):
    """Rows of the inventory; the first thirteen use energy, the last four emit otherwise."""

    MUNICIPAL_BUILDINGS = "municipal_buildings"
    TERTIARY = "tertiary"
    RESIDENTIAL = "residential"
    PUBLIC_LIGHTING = "public_lighting"
    INDUSTRY_NON_ETS = "industry_non_ets"
    INDUSTRY_ETS = "industry_ets"
    BUILDINGS_NOT_ALLOCATED = "buildings_not_allocated"
    MUNICIPAL_FLEET = "municipal_fleet"
    PUBLIC_TRANSPORT = "public_transport"
    PRIVATE_COMMERCIAL_TRANSPORT = "private_commercial_transport"
    TRANSPORT_NOT_ALLOCATED = "transport_not_allocated"
    AGRICULTURE = "agriculture"
    OTHER_NOT_ALLOCATED = "other_not_allocated"
    WASTE = "waste"
    WASTE_WATER = "waste_water"
    OTHER_NON_ENERGY = "other_non_energy"
    AFOLU = "afolu"


class SectorGroup(StrEnum):
    """Macro-sectors of the template's tables A and B."""

    BUILDINGS = "buildings"
    TRANSPORT = "transport"
    OTHER = "other"
    NON_ENERGY = "non_energy"


class Carrier(StrEnum):
    """Columns of the inventory, in the order of the template."""

    ELECTRICITY = "electricity"
    HEAT_COLD = "heat_cold"
    NATURAL_GAS = "natural_gas"
    LIQUID_GAS = "liquid_gas"
    HEATING_OIL = "heating_oil"
    DIESEL = "diesel"
    GASOLINE = "gasoline"
    LIGNITE = "lignite"
    COAL = "coal"
    OTHER_FOSSIL = "other_fossil"
    BIOGAS = "biogas"
    PLANT_OIL = "plant_oil"
    BIOFUEL = "biofuel"
    OTHER_BIOMASS = "other_biomass"
    SOLAR_THERMAL = "solar_thermal"
    GEOTHERMAL = "geothermal"
    FUEL_NOT_SPECIFIED = "fuel_not_specified"


class Fuel(StrEnum):
    """Kinds of a carrier in the official factor sets; a programme's own sets may have others."""

    NATURAL_GAS = "natural_gas"
    LPG = "lpg"
    NATURAL_GAS_LIQUIDS = "natural_gas_liquids"
    RESIDUAL_FUEL_OIL = "residual_fuel_oil"
    GAS_DIESEL_OIL = "gas_diesel_oil"
    MOTOR_GASOLINE = "motor_gasoline"
    LIGNITE = "lignite"
    ANTHRACITE = "anthracite"
    OTHER_BITUMINOUS_COAL = "other_bituminous_coal"
    SUB_BITUMINOUS_COAL = "sub_bituminous_coal"
    MUNICIPAL_WASTE_NON_BIOMASS = "municipal_waste_non_biomass"
    PEAT = "peat"
    PLANT_OIL_SUSTAINABLE = "plant_oil_sustainable"
    PLANT_OIL_NOT_SUSTAINABLE = "plant_oil_not_sustainable"
    BIOGASOLINE_SUSTAINABLE = "biogasoline_sustainable"
    BIOGASOLINE_NOT_SUSTAINABLE = "biogasoline_not_sustainable"
    BIODIESEL_SUSTAINABLE = "biodiesel_sustainable"
    BIODIESEL_NOT_SUSTAINABLE = "biodiesel_not_sustainable"
    BIOGAS = "biogas"
    MUNICIPAL_WASTE_BIOMASS = "municipal_waste_biomass"
    WOOD_SUSTAINABLE = "wood_sustainable"
    WOOD_NOT_SUSTAINABLE = "wood_not_sustainable"
    WOOD_WASTE = "wood_waste"
    OTHER_SOLID_BIOMASS = "other_solid_biomass"
    SOLAR_THERMAL = "solar_thermal"
    GEOTHERMAL = "geothermal"


class ActionSector(StrEnum):
    """Fields of action beside the sectors of the inventory."""

    LOCAL_ELECTRICITY = "local_electricity"
    LOCAL_HEAT = "local_heat"
    LAND_USE = "land_use"
    PROCUREMENT = "procurement"
    STAKEHOLDERS = "stakeholders"
    OTHER = "other"


class Notation(StrEnum):
    """Why a cell has no quantity."""

    NE = "NE"  # not estimated
    NO = "NO"  # not occurring
    IE = "IE"  # included elsewhere
    C = "C"  # confidential


class Quality(StrEnum):
    """How a quantity came about."""

    MEASURED = "measured"
    ESTIMATED = "estimated"
    TOP_DOWN = "top_down"


class Approach(StrEnum):
    """What emission factors count."""

    IPCC = "ipcc"
    LCA = "lca"
    NATIONAL = "national"


class EmissionUnit(StrEnum):
    """What a tonne counts."""

    T_CO2 = "t_co2"
    T_CO2E = "t_co2e"


class InventoryKind(StrEnum):
    """Baseline, later monitoring, or the inventory of a year that is no Covenant baseline."""

    BASELINE = "baseline"
    MONITORING = "monitoring"
    INVENTORY = "inventory"


class TargetBasis(StrEnum):
    """What a target is measured by."""

    ABSOLUTE = "absolute"
    PER_CAPITA = "per_capita"


class Scope(StrEnum):
    """Which emissions a target counts."""

    ENERGY = "energy"
    ALL = "all"


class Status(StrEnum):
    """Progress of an action."""

    NOT_STARTED = "not_started"
    ONGOING = "ongoing"
    COMPLETED = "completed"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"
    NEW = "new"


class FinancingSource(StrEnum):
    """Where money comes from."""

    OWN = "own"
    REGIONAL = "regional"
    NATIONAL = "national"
    EU_ERDF = "eu_erdf"
    EU_COHESION = "eu_cohesion"
    EU_ELENA = "eu_elena"
    EIB = "eib"
    LOAN = "loan"
    ESCO = "esco"
    PPP = "ppp"
    PRIVATE = "private"
    NONE = "none"


class Provenance(StrEnum):
    """Whether data are real; always printed."""

    REAL = "real"
    DERIVED = "derived"
    ILLUSTRATIVE = "illustrative"


class EstimateBasis(StrEnum):
    """What an action's reduction is compared with."""

    BASELINE = "baseline"
    LATEST = "latest"
    BAU = "bau"


class AgencyRole(StrEnum):
    """What an agency is in the programme."""

    RDA = "rda"
    ENERGY_AGENCY = "energy_agency"
    COORDINATOR = "coordinator"


NON_ENERGY_SECTORS = (Sector.WASTE, Sector.WASTE_WATER, Sector.OTHER_NON_ENERGY, Sector.AFOLU)
ENERGY_SECTORS = tuple(s for s in Sector if s not in NON_ENERGY_SECTORS)
BUILDING_SECTORS = ENERGY_SECTORS[:7]
TRANSPORT_SECTORS = ENERGY_SECTORS[7:11]
OTHER_SECTORS = ENERGY_SECTORS[11:]
MUNICIPAL_SECTORS = (Sector.MUNICIPAL_BUILDINGS, Sector.PUBLIC_LIGHTING, Sector.MUNICIPAL_FLEET)
RENEWABLE_CARRIERS = (
    Carrier.BIOGAS, Carrier.PLANT_OIL, Carrier.BIOFUEL, Carrier.OTHER_BIOMASS, Carrier.SOLAR_THERMAL, Carrier.GEOTHERMAL,
)  # fmt: skip
FOSSIL_CARRIERS = (
    Carrier.NATURAL_GAS, Carrier.LIQUID_GAS, Carrier.HEATING_OIL, Carrier.DIESEL, Carrier.GASOLINE, Carrier.LIGNITE,
    Carrier.COAL, Carrier.OTHER_FOSSIL,
)  # fmt: skip
KEY_SECTORS: tuple[tuple[Sector, ...], ...] = (  # the Covenant's four; transport is one of them
    (Sector.MUNICIPAL_BUILDINGS, Sector.PUBLIC_LIGHTING),
    (Sector.TERTIARY,),
    (Sector.RESIDENTIAL,),
    TRANSPORT_SECTORS,
)
UNDIVIDED_SECTORS = (Sector.BUILDINGS_NOT_ALLOCATED, Sector.TRANSPORT_NOT_ALLOCATED, Sector.OTHER_NOT_ALLOCATED)


def group_of(sector: Sector) -> SectorGroup:
    """The macro-sector that a row of the inventory belongs to."""
    if sector in BUILDING_SECTORS:
        return SectorGroup.BUILDINGS
    if sector in TRANSPORT_SECTORS:
        return SectorGroup.TRANSPORT
    return SectorGroup.NON_ENERGY if sector in NON_ENERGY_SECTORS else SectorGroup.OTHER
