"""A municipality's data, results and findings as the names that a letter may use."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from seapgen.exchange.letters.asked import Dates, Figures
from seapgen.exchange.letters.inventory import inventory_facts, target_facts
from seapgen.exchange.letters.nouns import (
    AgencyFacts,
    CheckFacts,
    CovenantFacts,
    DeadlineFacts,
    DocumentFacts,
    GroupFacts,
    InventoryFacts,
    LetterFacts,
    Logo,
    MunicipalityFacts,
    ParticipationFacts,
    ProgrammeFacts,
    StaffFacts,
)
from seapgen.exchange.letters.plan import action_facts, budget_facts, financing_facts, plan_facts
from seapgen.exchange.letters.printed import Printed
from seapgen.exchange.letters.teller import Teller
from seapgen.model.finding import Finding, Severity, Stage
from seapgen.model.message import Figure, Place, Term, Words
from seapgen.model.programme import Agency, Contact
from seapgen.model.results import MunicipalityResults
from seapgen.model.theme import EVERY, Theme
from seapgen.model.units import Unit
from seapgen.model.vocabulary import Provenance


def letter_facts(
    by: Teller, results: MunicipalityResults | None, findings: Iterable[Finding], theme: Theme | None = None
) -> LetterFacts:
    """All names of a letter to one municipality in one language."""
    head, scope = by.municipality.head, f"municipality/{by.municipality.id}:"
    inventories = _inventories(by, results)
    baseline = by.municipality.baseline()
    first = next((i for h, i in inventories if h == baseline), None)
    targets = tuple(target_facts(by, t) for t in head.targets)
    return LetterFacts(
        programme=_programme(by),
        agency=_agency(by, by.programme.agency(head.agency), theme),
        group=_group(by),
        place=by.say(_place(by)),
        municipality=_municipality(by),
        covenant=_covenant(by),
        inventory=first,
        inventories=tuple(i for _, i in inventories),
        target=targets[0] if targets else None,
        targets=targets,
        plan=plan_facts(by),
        actions=tuple(action_facts(by)),
        budget=budget_facts(by),
        financing=tuple(financing_facts(by)),
        staff=StaffFacts(by.get("staff.preparation"), by.get("staff.implementation")),
        participation=ParticipationFacts(*(by.some(f"participation.{k}") for k in ("events", "people", "answers"))),
        to_check=tuple(_check(by, f) for f in findings if _is_open(f, by.municipality.id)),
        documents=DocumentFacts(*(by.say(f"seap-{head.id}-{by.language.code}.{e}") for e in ("docx", "pdf", "html"))),
        figures=Figures(by.figures, scope, by.language),
        date=Dates(by.language),
    )


def _inventories(by: Teller, results: MunicipalityResults | None) -> list[tuple[object, InventoryFacts]]:
    """The inventories that could be computed, by year."""
    heads = sorted(by.municipality.head.inventories, key=lambda h: h.year)
    found = [(h, results.inventory(h.year) if results else None) for h in heads]
    return [(h, inventory_facts(by, h, result)) for h, result in found if result is not None]


def _place(by: Teller) -> Place:
    head = by.municipality.head
    return Place(head.name, {code: forms.model_dump(by_alias=True) for code, forms in head.forms.items()}, head.country)


def _agency(by: Teller, agency: Agency | None, theme: Theme | None = None) -> AgencyFacts | None:
    if agency is None:
        return None
    contact = agency.contact or Contact()
    names = theme.organisation if theme and theme.organisation else agency.name
    name = by.say(names[EVERY] if EVERY in names else Words(names))
    logo = theme.logo_png if theme else None
    return AgencyFacts(
        name=name,
        country=by.say(Term(f"country.{agency.country}")),
        address=by.maybe(contact.address),
        telephone=by.maybe(contact.telephone),
        email=by.maybe(contact.email),
        web=by.maybe(contact.web),
        logo=Logo(logo, str(name)) if logo else None,
    )


def _programme(by: Teller) -> ProgrammeFacts:
    head = by.programme.head
    deadlines, funding = head.deadlines, head.funding
    coordinator = _agency(by, by.programme.agency(head.coordinator))
    dates = [_day(by, getattr(deadlines, k) if deadlines else None, f"programme:deadlines.{k}") for k in _STAGES]
    return ProgrammeFacts(
        title=by.say(Words(head.title)),
        issue_date=by.say(Figure("programme:issue_date", head.issue_date, Unit.DATE)),
        coordinator=coordinator,
        deadlines=DeadlineFacts(*dates),
        funding=by.words(funding.text if funding else None),
        grant=by.maybe(funding.grant if funding else None),
        disclaimer=by.words(funding.disclaimer if funding else None),
    )


_STAGES = ("returned", "checked", "approved")


def _day(by: Teller, day: date | None, id_: str) -> Printed | None:
    return by.say(Figure(id_, day, Unit.DATE)) if day else None


def _group(by: Teller) -> GroupFacts | None:
    group = by.programme.group(by.municipality.head.group)
    if group is None:
        return None
    members = by.programme.members(group.id)
    return GroupFacts(
        name=by.say(Words(group.name)),
        members=tuple(by.say(Place(m.head.name, {}, m.head.country)) for m in members),
        signed_on=_day(by, group.strategy.signed_on if group.strategy else None, f"group/{group.id}:signed_on"),
        target_pct=by.get("group.target_pct"),
        target_year=by.get("group.target_year"),
    )


def _municipality(by: Teller) -> MunicipalityFacts:
    head, baseline = by.municipality.head, by.municipality.baseline()
    note = head.provenance
    is_all = note is not None and note.inventory is Provenance.ILLUSTRATIVE
    has_actions = note is not None and note.actions is Provenance.ILLUSTRATIVE and bool(by.municipality.actions)
    return MunicipalityFacts(
        id=by.say(head.id),
        name=by.say(_place(by)),
        country=by.say(Term(f"country.{head.country}")),
        nuts=by.maybe(head.nuts),
        lau=by.maybe(head.lau),
        population=by.get(f"inventory.{baseline.year}.population") if baseline else None,
        all_illustrative=is_all,
        actions_illustrative=has_actions and not is_all,
    )


def _covenant(by: Teller) -> CovenantFacts:
    covenant = by.municipality.head.covenant
    return CovenantFacts(
        signed_on=by.get("covenant.signed_on"),
        returned_on=by.get("covenant.returned_on"),
        approved_on=by.get("covenant.approved_on"),
        decision=by.maybe(covenant.decision if covenant else None),
    )


def _is_open(finding: Finding, municipality: str) -> bool:
    """Whether it is a warning about a cell of the data; what the plan as a whole lacks, a letter says in its own words."""
    is_about_cells = finding.stage in (Stage.LOAD, Stage.INVENTORY) or finding.source.file.endswith(".csv")
    is_warning = finding.severity is Severity.WARNING and not finding.accepted
    return finding.municipality == municipality and is_warning and is_about_cells


def _check(by: Teller, finding: Finding) -> CheckFacts:
    place = by.say(str(finding.source).removeprefix(f"{by.municipality.folder}/"))
    return CheckFacts(by.say(finding.code), place, by.say(finding.message), by.maybe(finding.proposal))
