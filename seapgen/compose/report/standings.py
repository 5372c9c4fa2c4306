"""Places among peers in words: a municipality's own, and those of the values that findings speak of."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from seapgen.compose.report.speech import Speech
from seapgen.model.finding import Finding
from seapgen.model.message import Figure, Message, Term, Value, msg, nmsg
from seapgen.model.municipality import Municipality
from seapgen.model.peers import ALL_SIZES, PERCENTS, UNION, Distribution, Peers
from seapgen.model.report import Said, Standing
from seapgen.model.results import InventoryResult, MunicipalityResults
from seapgen.model.units import Unit

LOW, MEDIAN, HIGH = 5, 50, 95
HUNDRED = Decimal(100)
_SECTORS = {
    "municipal": Term("sector.municipal_buildings"), "tertiary": Term("sector.tertiary"),
    "residential": Term("sector.residential"), "transport": Term("sector_group.transport"),
}  # fmt: skip


def standing_of(finding: Finding, speech: Speech) -> Standing | None:
    """The place of the value that a finding speaks of; None where it has no peers."""
    if finding.among is None or not isinstance(finding.value, Figure):
        return None
    return _standing(finding.value, finding.among, speech)


def standings(
    municipality: Municipality, results: MunicipalityResults, peers: Peers, speech: Speech
) -> tuple[tuple[Said, tuple[Standing, ...]], ...]:
    """The places of a municipality by inventory, the measures in the order in which they were computed."""
    found = []
    for inventory in results.inventories:
        group = peers.of(municipality.head.country, inventory.population)
        pairs = [(figure, group.of(metric)) for metric, figure in _compared(results, inventory)]
        rows = tuple(_standing(figure, spread, speech) for figure, spread in pairs if spread)
        if rows:
            year = Figure("", Decimal(inventory.year), Unit.YEAR)
            found.append((speech.say(msg("Inventory of {year}", year=year)), rows))
    return tuple(found)


def _compared(results: MunicipalityResults, inventory: InventoryResult) -> Iterator[tuple[str, Figure]]:
    """The measures that have a median of peers, with the own values."""
    before = f"peers.{inventory.year}."
    for path in results.figures:
        metric = path.removeprefix(before)
        if path.startswith(before) and f"{path}.median" in results.figures and path not in results.withheld.paths:
            yield metric, results.figure(path)


def _standing(own: Figure, peers: Distribution, speech: Speech) -> Standing:
    def amount(percent: int) -> Figure:
        return Figure("", peers.knot(percent).value, own.unit, own.digits)

    assert isinstance(own.value, Decimal)
    usual = msg("{low} to {high}", low=amount(LOW), high=amount(HIGH))
    return Standing(
        speech.say(measure(peers.metric)), speech.show(own), speech.show(amount(MEDIAN)), speech.say(usual),
        speech.say(_share(own.value, peers)), speech.say(_who(peers)), rank(own.value, peers),
    )  # fmt: skip


def _share(value: Decimal, peers: Distribution) -> Message:
    """How many of the peers have no more, as far as the table of percentiles tells."""
    around = peers.around(value)
    if around is None:
        outer = PERCENTS[0] if value <= peers.values[0] else PERCENTS[-1]
        bound = _percent(Decimal(outer))
        return msg("under {share}", share=bound) if outer == PERCENTS[0] else msg("over {share}", share=bound)
    return msg("about {share}", share=_percent(rank(value, peers)))


def rank(value: Decimal, peers: Distribution) -> Decimal:
    """How many per cent of the peers have no more, by a straight line between percentiles; 0 and 100 beyond the outer ones."""
    around = peers.around(value)
    if around is None:
        return Decimal(0) if value <= peers.values[0] else HUNDRED
    low, high = around
    return low.percent + (value - low.value) / (high.value - low.value) * (high.percent - low.percent)


def _percent(value: Decimal) -> Figure:
    return Figure("", value, Unit.PERCENT, digits=0)


def _who(peers: Distribution) -> Message:
    """How many they are, and who."""
    n = Figure("", Decimal(peers.n), Unit.COUNT)
    if peers.country == UNION and peers.size == ALL_SIZES:
        return nmsg("{n} signatory in the European Union", "{n} signatories in the European Union", n=n)
    if peers.country == UNION:
        return nmsg(
            "{n} signatory of similar size in the European Union", "{n} signatories of similar size in the European Union", n=n
        )
    country = Term(f"country.{peers.country}")
    if peers.size == ALL_SIZES:
        return nmsg("{n} signatory in {country}", "{n} signatories in {country}", n=n, country=country)
    return nmsg(
        "{n} signatory of similar size in {country}", "{n} signatories of similar size in {country}", n=n, country=country
    )  # fmt: skip


def measure(metric: str) -> Message:
    """The name of a measure of peers."""
    family, _, rest = metric.partition(".")
    sector: Value | None = _SECTORS.get(rest)
    match family, rest:
        case "energy_share_pct", _ if sector:
            return msg("Energy, share of {sector}", sector=sector)
        case "energy_mwh_per_capita", "key_sectors":
            return msg("Energy of the four key sectors per inhabitant")
        case "energy_mwh_per_capita", "buildings.networks":
            return msg("Energy of buildings from networks per inhabitant")
        case "energy_mwh_per_capita", "buildings.fuels":
            return msg("Fuels in buildings per inhabitant")
        case "energy_mwh_per_capita", _ if sector:
            return msg("Energy per inhabitant, {sector}", sector=sector)
        case "energy_mwh_per_capita", _:
            return msg("Energy per inhabitant")
        case "emissions_t_per_capita", _:
            return msg("Emissions per inhabitant")
        case _:
            return msg("Residential buildings against tertiary buildings")
