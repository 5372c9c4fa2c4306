"""Which emission factor a leaf is computed with.

The municipality's own row comes first; then, for electricity and heat, what the head of the inventory says (a value of
its own, the local factor, the national one); then the factor set. Nothing is borrowed from another set or another year.
"""

from __future__ import annotations

from dataclasses import dataclass

from seapgen.compute.account import Account
from seapgen.compute.obstacles import missing_factor
from seapgen.model.message import Value, Verbatim, msg
from seapgen.model.municipality import OwnValue
from seapgen.model.results import Cell, FactorUse
from seapgen.model.source import Source
from seapgen.model.vocabulary import Approach, Carrier, EmissionUnit

NATIONAL_FILE = "data/national_electricity.csv"
ANY_YEAR = 0  # series without years stand under the year 0
SAME_COUNTRY = {"EL": "GR", "UK": "GB"}  # the EU's own codes beside ISO 3166


@dataclass(frozen=True, slots=True)
class _Choice:
    """A factor with where it comes from: a cell, or a figure that is already in the ledger."""

    kind: str
    given: Cell | str
    citation: Value | None
    source: Source
    default_fuel: str = ""


def factor_for(account: Account, carrier: Carrier, fuel: str, asked_at: Source) -> FactorUse | None:
    """The factor of a carrier and fuel, written down as `factor.<year>.<carrier>[.<fuel>]`; a finding where there is none."""
    choice = _own(account, carrier, fuel) or _of_supply(account, carrier) or _of_set(account, carrier, fuel)
    path = account.factor_path(carrier, fuel)
    if choice is None or not _write(account, path, choice):
        if account.factor_set is not None and not lacks_national(account, carrier):  # else that is the finding
            account.note([missing_factor(account, carrier, fuel, asked_at)])
        return None
    value = account.book.value(path)
    return FactorUse(carrier, fuel, value, choice.kind, choice.citation, choice.source, choice.default_fuel)


def lacks_national(account: Account, carrier: Carrier) -> bool:
    """Whether the factor of electricity is missing because life cycle emissions are counted in CO2 alone."""
    counted = (account.approach, account.emission_unit)
    return carrier is Carrier.ELECTRICITY and counted == (Approach.LCA, EmissionUnit.T_CO2)


def _write(account: Account, path: str, choice: _Choice) -> bool:
    formula = "same" if isinstance(choice.given, str) else "stated"
    return account.book.put(path, account.factor_unit, formula, choice.given)


def _own(account: Account, carrier: Carrier, fuel: str) -> _Choice | None:
    """A row of `factors.csv` for exactly this year, carrier and fuel."""
    rows = [r for r in account.municipality.factors if (r.inventory_year, r.carrier, r.fuel) == (account.year, carrier, fuel)]
    if not rows:
        return None
    row = min(rows, key=lambda r: r.factor_t_per_mwh)  # a key given twice is a finding of the check
    citation, source = account.citation(row.source), row.at("factor_t_per_mwh")
    return _Choice("own", Cell(source, row.factor_t_per_mwh, account.factor_unit, citation), citation, source)


def _of_supply(account: Account, carrier: Carrier) -> _Choice | None:
    """Electricity and heat as the head of the inventory says; electricity is national where it says nothing."""
    if carrier is Carrier.ELECTRICITY:
        return _stated_or_local(account, account.head.electricity, "electricity_local") or _national(account)
    if carrier is Carrier.HEAT_COLD:
        return _stated_or_local(account, account.head.heat, "heat_local")
    return None


def _stated_or_local(account: Account, wish: str | OwnValue | None, local: str) -> _Choice | None:
    source = account.head.at(local.partition("_")[0])
    if isinstance(wish, OwnValue):
        citation, source = account.citation(wish.source), wish.at("factor_t_per_mwh")
        return _Choice("stated", Cell(source, wish.factor_t_per_mwh, account.factor_unit, citation), citation, source)
    if wish == "local":
        citation = msg("computed from consumption, local production and purchases")
        return _Choice("local", account.factor_path(local), citation, source)
    return None


def _national(account: Account) -> _Choice | None:
    """The national electricity factor as a choice, where it was written down."""
    path = account.factor_path("electricity_national")
    if not account.book.has(path) or account.factor_set is None:
        return None
    return _Choice("national", path, national_citation(account), _national_place(account))


def national_citation(account: Account) -> Value | None:
    """The source of the national series that the factor set names."""
    series = account.factor_set.electricity if account.factor_set else ""
    found = account.reference.electricity_sources.get(series)
    return Verbatim(found) if found else None


def write_national(account: Account) -> None:
    """Write the national factor of country and year down as `factor.<year>.electricity_national`, if the set has a series."""
    if account.factor_set is None or not account.factor_set.electricity:
        return
    path, value = account.factor_path("electricity_national"), account.reference.national_electricity.get(_national_key(account))
    account.book.state(path, account.factor_unit, value, _national_place(account), national_citation(account))


def _national_key(account: Account) -> tuple[str, str, int]:
    """Series, country and inventory year; the year 0 where the series has none."""
    country = account.municipality.head.country
    series = account.factor_set.electricity if account.factor_set else ""
    exact = (series, SAME_COUNTRY.get(country, country), account.year)
    return exact if exact in account.reference.national_electricity else (*exact[:2], ANY_YEAR)


def _national_place(account: Account) -> Source:
    return account.reference.electricity_places.get(_national_key(account), Source(NATIONAL_FILE))


def _of_set(account: Account, carrier: Carrier, fuel: str) -> _Choice | None:
    """The row of the named factor set."""
    if account.factor_set is None:
        return None
    row = account.factor_set.factor(carrier, fuel)
    if row is None:
        return None
    source = row.source or Source(f"factor_sets/{account.factor_set.id}.csv")
    citation: Value = Verbatim(account.factor_set.source)
    is_choice = not fuel and sum(r.carrier is carrier for r in account.factor_set.rows) > 1
    default_fuel = row.fuel if is_choice else ""
    return _Choice("set", Cell(source, row.t_per_mwh, account.factor_unit, citation), citation, source, default_fuel)
