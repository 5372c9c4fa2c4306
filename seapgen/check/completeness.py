"""Rules I1 to I8: is the inventory there, and whole?"""

from __future__ import annotations

from collections.abc import Iterator

from seapgen.check.amount import count, sector_names, year
from seapgen.check.case import Case
from seapgen.check.coverage import Coverage, key_sector_names, without_electricity, without_heat_and_fuel
from seapgen.check.rule import Remark, Rule
from seapgen.model.message import msg, nmsg
from seapgen.model.noun import Noun
from seapgen.model.vocabulary import InventoryKind, TargetBasis


def _implausible_year(case: Case) -> Iterator[Remark]:
    first, last = int(case.limits["first_year"]), case.issue_year
    for head in case.municipality.head.inventories:
        way_out = msg("Give a year from {first} to the year of issue, {last}.", first=year(first), last=year(last))
        if last < head.year <= last + int(case.limits["years_ahead"]):
            fact = msg("The inventory of {year} is later than the issue date, {last}.", year=year(head.year), last=year(last))
            yield Remark(head.at("year"), fact, year(head.year), year(last), way_out, "ahead")
        elif not first <= head.year <= last:
            fact = msg("{year} cannot be the year of an inventory.", year=year(head.year))
            yield Remark(head.at("year"), fact, year(head.year), year(first if head.year < first else last), way_out)


def _population(case: Case) -> Iterator[Remark]:
    head = case.municipality.head
    asked = [t for t in head.targets if t.basis is TargetBasis.PER_CAPITA]
    years = {i.year for i in head.inventories}
    needed = years & {t.base_year for t in asked}
    for each in sorted(years):
        people = head.population.get(each)
        if people is None:
            yield Remark(
                head.at("population"),
                msg("The population of {year} is not given, so nothing can be said per inhabitant.", year=year(each)),
                proposal=msg("Add the inhabitants of {year} to 'population'.", year=year(each)),
                degree="" if each in needed else "not_asked_for",
            )
        elif people < case.limits["min_population"]:
            yield Remark(
                head.at("population"),
                nmsg(
                    "In {year} the municipality is said to have {n} inhabitant.",
                    "In {year} the municipality is said to have {n} inhabitants.",
                    n=count(people), year=year(each),
                ),
                count(people),
                count(int(case.limits["min_population"])),
                msg("Give the number of inhabitants, not thousands; accept this finding if it is true."),
                "" if each in needed else "not_asked_for",
            )  # fmt: skip


def _approach(case: Case) -> Iterator[Remark]:
    for head in case.municipality.head.inventories:
        if head.factor_set is None and (head.approach is None or head.unit is None):
            yield Remark(
                head.here,
                msg("The inventory of {year} does not say what its emissions count.", year=year(head.year)),
            )


def _baseline(case: Case) -> Iterator[Remark]:
    heads = case.municipality.head.inventories
    bases = [h.year for h in heads if h.kind is InventoryKind.BASELINE]
    for head in (h for h in heads if h.kind is InventoryKind.MONITORING):
        if not bases:
            yield Remark(
                head.at("kind"),
                msg("The inventory of {year} monitors, but there is no baseline to compare it with.", year=year(head.year)),
                proposal=msg("Add the baseline inventory, or set 'kind: inventory'."),
            )
        elif head.year <= min(bases):
            yield Remark(
                head.at("year"),
                msg("The monitoring inventory of {year} is not later than the baseline.", year=year(head.year)),
                year(head.year),
                year(min(bases)),
            )


def _key_sectors(case: Case) -> Iterator[Remark]:
    least = int(case.limits["min_key_sectors"])
    for inventory in case.inventories:
        coverage = Coverage.of(inventory)
        if len(coverage.covered) >= least:
            continue
        source = case.energy_file(inventory)
        if coverage.not_allocated:
            yield Remark(
                source,
                msg(
                    "Whether the inventory of {year} covers the key sectors cannot be judged: energy stands under {sectors}.",
                    year=year(inventory.year), sectors=sector_names(coverage.not_allocated),
                ),
                count(len(coverage.covered)), count(least),
                msg("Divide that energy among the sectors, if it can be done."),
                "cannot_be_judged",
            )  # fmt: skip
        else:
            yield Remark(
                source,
                nmsg(
                    "The inventory of {year} covers {n} of the four key sectors; the Covenant asks for three.",
                    "The inventory of {year} covers {n} of the four key sectors; the Covenant asks for three.",
                    n=count(len(coverage.covered)), year=year(inventory.year),
                ),
                count(len(coverage.covered)), count(least),
                msg("Add the energy of {sectors}.", sectors=key_sector_names(coverage.missing)),
            )  # fmt: skip


def _same_year(case: Case) -> Iterator[Remark]:
    heads = case.municipality.head.inventories
    seen: set[int] = set()
    for head in heads:
        if head.year in seen:
            yield Remark(
                head.at("year"),
                msg("There is already an inventory of {year}.", year=year(head.year)),
                year(head.year),
            )
        seen.add(head.year)


def _duplicates(case: Case) -> Iterator[Remark]:
    rows: list[tuple[object, Noun]] = [(r.leaf, r) for r in case.municipality.consumption]
    rows += [((r.inventory_year, r.sector, r.type), r) for r in case.municipality.sector_totals]
    rows += [((r.inventory_year, r.sector, r.item), r) for r in case.municipality.emissions]
    first: dict[object, Noun] = {}
    for key, row in rows:
        if key in first:
            yield Remark(
                row.at("sector"),
                msg("This amount stands already in line {line}.", line=str(first[key].here.line)),
            )
        first.setdefault(key, row)


def _empty_cells(case: Case) -> Iterator[Remark]:
    place = case.file("consumption.csv")
    for inventory in (i for i in case.inventories if i.has_carriers):
        if silent := without_electricity(inventory):
            yield Remark(
                place,
                msg(
                    "The inventory of {year} says nothing about the electricity of {sectors}.",
                    year=year(inventory.year), sectors=key_sector_names(silent),
                ),
            )  # fmt: skip
        if silent := without_heat_and_fuel(inventory):
            yield Remark(
                place,
                msg(
                    "The inventory of {year} says nothing about heat and fuels of {sectors}.",
                    year=year(inventory.year), sectors=key_sector_names(silent),
                ),
            )  # fmt: skip


COMPLETENESS = (
    Rule("I1", msg("Year of the inventory"),
         msg("An inventory has a year for which there are data; later than the document it cannot be."),
         msg("Give the year whose energy was counted."), _implausible_year),
    Rule("I2", msg("Population in the inventory year"),
         msg("Figures per inhabitant and most checks of size need the population. It is an error only where the target is one"
             " per inhabitant."),
         msg("Add the inhabitants of the inventory's year to 'population'."), _population),
    Rule("I3", msg("Approach and unit of emissions"),
         msg("Emissions by the IPCC and the life-cycle approach, in CO2 or CO2 equivalents, cannot be compared."),
         msg("Name a 'factor_set', or give 'approach' (ipcc, lca, national) and 'unit' (t_co2, t_co2e)."), _approach),
    Rule("I4", msg("Baseline before monitoring"),
         msg("A monitoring inventory is compared with an earlier baseline."),
         msg("Correct the years or the kinds of the inventories."), _baseline),
    Rule("I5", msg("Three of four key sectors"),
         msg("The Covenant accepts a plan only if its baseline covers three of the four key sectors: municipal buildings and"
             " street lights, tertiary, residential, transport."),
         msg("Add the energy of the sectors that are missing."), _key_sectors),
    Rule("I6", msg("One inventory for each year"),
         msg("Two inventories of one year cannot both be true."),
         msg("Keep one of them, or correct the year."), _same_year),
    Rule("I7", msg("No amount twice"),
         msg("The same sector, item, carrier and fuel in one inventory would be counted twice."),
         msg("Delete one of the rows, or name different items."), _duplicates),
    Rule("I8", msg("Empty is not zero"),
         msg("Each key sector uses electricity and some heat or fuel. Where an inventory is silent about one of them, a notation"
             " key says why."),
         msg("State quantities, or notation keys: NO not occurring, NE not estimated, IE elsewhere, C confidential."),
         _empty_cells),
)  # fmt: skip
