"""Groups and joint plans against the returns: who belongs where, and is everything there that they need?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from seapgen.intake.repeats import first_of_each
from seapgen.intake.rules import LoadRule
from seapgen.model.finding import Finding
from seapgen.model.message import Figure
from seapgen.model.municipality import Municipality
from seapgen.model.programme import Agency, Group, JointPlan, Programme
from seapgen.model.source import Source
from seapgen.model.units import Unit

_LEAST_MEMBERS = 2


@dataclass(frozen=True, slots=True)
class _Claim:
    """A place that says that a municipality, or a joint plan, belongs to a group."""

    id: str
    group: str
    place: Source


def group_problems(programme: Programme) -> Iterator[Finding]:
    """What groups, joint plans, agencies and returns say against each other. Ids that point to nothing are found elsewhere."""
    yield from _belonging(programme)
    for group in programme.head.groups:
        yield from _signatories(group, programme)
    yield from _joint_plans(programme)
    for agency in programme.agencies:
        yield from _contact(agency)
    for municipality in programme.plans():
        yield from _return(municipality, programme)


def _belonging(programme: Programme) -> Iterator[Finding]:
    """Nobody belongs to two groups, whoever says so: signatures, joint plans, or the return itself."""
    first: dict[str, _Claim] = {}
    for group in programme.head.groups:
        for claim in _claims(group):
            known = first.setdefault(claim.id, claim)
            if known.group != claim.group:
                where = known.place.cell
                yield LoadRule.IN_TWO_GROUPS.at(
                    claim.place, claim.id, id=claim.id, name=claim.group, other=known.group, first=where
                )
    for municipality in programme.municipalities:
        claimed = first.get(municipality.id)
        if claimed is not None:
            yield from _own_group(municipality, claimed)


def _own_group(municipality: Municipality, claimed: _Claim) -> Iterator[Finding]:
    head, where = municipality.head, str(claimed.place)
    if head.group is None:
        yield LoadRule.GROUP_UNNAMED.at(head.here, name=claimed.group, first=where)
    elif head.group != claimed.group:
        yield LoadRule.GROUP_ELSEWHERE.at(head.at("group"), head.group, id=head.group, name=claimed.group, first=where)


def _claims(group: Group) -> Iterator[_Claim]:
    if group.strategy:
        for number, id_ in enumerate(group.strategy.signatories):
            yield _Claim(id_, group.id, group.strategy.at(f"signatories.{number}"))
    for plan in group.joint_plans:
        yield _Claim(plan.id, group.id, plan.at("id"))
        for number, id_ in enumerate(plan.members):
            yield _Claim(id_, group.id, plan.at(f"members.{number}"))


def _signatories(group: Group, programme: Programme) -> Iterator[Finding]:
    """A strategy is signed by municipalities, each once."""
    if group.strategy:
        places = [(id_, group.strategy.at(f"signatories.{n}")) for n, id_ in enumerate(group.strategy.signatories)]
        yield from _municipalities(places, programme)


def _municipalities(places: list[tuple[str, Source]], programme: Programme) -> Iterator[Finding]:
    first = first_of_each(places)
    for id_, place in places:
        if programme.joint_plan(id_):
            yield LoadRule.NO_MUNICIPALITY.at(place, id_, id=id_)
        elif first[id_] != place:
            yield LoadRule.ID_TWICE.at(place, id_, id=id_, first=first[id_].cell)


def _joint_plans(programme: Programme) -> Iterator[Finding]:
    inside: dict[str, JointPlan] = {}
    for group in programme.head.groups:
        for plan in group.joint_plans:
            places = [(id_, plan.at(f"members.{number}")) for number, id_ in enumerate(plan.members)]
            yield from _municipalities(places, programme)
            if len(set(plan.members)) < _LEAST_MEMBERS:
                yield LoadRule.JOINT_OF_ONE.at(plan.at("members"), id=plan.id)
            for id_, place in places:
                known = inside.setdefault(id_, plan)
                if known is not plan:
                    yield LoadRule.IN_TWO_PLANS.at(place, id_, id=id_, name=plan.id, other=known.id)
            yield from _members(plan, programme)


def _members(plan: JointPlan, programme: Programme) -> Iterator[Finding]:
    """Option 1 asks each member for a target of its own; under option 2 they share one. Actions stand in the joint plan."""
    for number, id_ in enumerate(plan.members):
        municipality = programme.municipality(id_)
        if municipality is None:
            continue
        if plan.option == 1 and not municipality.head.targets:
            yield LoadRule.OWN_TARGET_MISSING.at(plan.at(f"members.{number}"), id_, id=id_, name=plan.id)
        if municipality.actions:
            yield LoadRule.OWN_PLAN_UNUSED.at(municipality.actions[0].here, name=plan.id)
        if plan.option == 2 and municipality.head.targets:
            yield LoadRule.OWN_TARGET_UNUSED.at(municipality.head.at("targets"), name=plan.id)


def _contact(agency: Agency) -> Iterator[Finding]:
    """An agency can be reached somehow."""
    contact = agency.contact
    if not contact or not any((contact.email, contact.telephone, contact.address, contact.web)):
        yield LoadRule.CONTACT_MISSING.at(agency.at("contact"), agency.id, id=agency.id)


def _return(municipality: Municipality, programme: Programme) -> Iterator[Finding]:
    """A plan begins with an inventory; the members of a joint plan need none of their own."""
    head, deadlines = municipality.head, programme.head.deadlines
    if head.inventories:
        return
    if deadlines and deadlines.returned:
        date = Figure("", deadlines.returned, Unit.DATE)
        yield LoadRule.RETURN_DUE.at(head.at("inventories"), date=date)
    else:
        yield LoadRule.RETURN_MISSING.at(head.at("inventories"))
