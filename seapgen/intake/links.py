"""Ids that point to something: does it exist?"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from seapgen.intake.repeats import repeats
from seapgen.intake.rules import LoadRule
from seapgen.model.action import Action
from seapgen.model.finding import Finding
from seapgen.model.municipality import Municipality
from seapgen.model.noun import Noun
from seapgen.model.programme import Contribution, Evidence, Programme, ProgrammeHead, action_reference
from seapgen.model.source import Source

_MOST_NAMES = 20
_ONE_ID = LoadRule.ID_TWICE


@dataclass(frozen=True, slots=True)
class Known:
    """The ids that may be pointed to. Folders count even where their files are broken: one fault, one finding."""

    municipalities: Collection[str]
    agencies: Collection[str]
    factor_sets: Collection[str]

    def groups(self, head: ProgrammeHead) -> list[str]:
        """Groups and the joint plans in them."""
        return [g.id for g in head.groups] + [p.id for g in head.groups for p in g.joint_plans]


def programme_links(programme: Programme, known: Known) -> Iterator[Finding]:
    """What `programme.yaml`, the agencies' files and the shared lists point to."""
    head = programme.head
    yield from _link(head, "coordinator", head.coordinator, known.agencies)
    yield from repeats(head.groups, lambda g: g.id, "id", _ONE_ID)
    for group in head.groups:
        yield from _link(group, "agency", group.agency, known.agencies)
        yield from repeats(group.joint_plans, lambda p: p.id, "id", _ONE_ID)
        if group.strategy:
            yield from _links(group.strategy, "signatories", group.strategy.signatories, known.municipalities)
            yield from repeats(group.strategy.aims, lambda a: a.id, "id", _ONE_ID)
        for plan in group.joint_plans:
            yield from _link(plan, "id", plan.id, known.municipalities)
            yield from _links(plan, "members", plan.members, known.municipalities)
    for accepted in programme.accepted:
        yield from _link(accepted, "municipality", accepted.municipality, known.municipalities)
    actions = [action_reference(m.id, a.id) for m in programme.municipalities for a in m.actions]
    for contribution in programme.contributions:
        yield from contribution_links(contribution, known, actions)


def contribution_links(contribution: Contribution, known: Known, actions: Collection[str]) -> Iterator[Finding]:
    """What an agency's experience and recommendations rest on."""
    yield from _link(contribution, "agency", contribution.agency, known.agencies)
    for listed in (contribution.experience, contribution.good_practices, contribution.recommendations):
        yield from repeats(listed, lambda e: str(getattr(e, "id", "")), "id", _ONE_ID)
    for practice in contribution.good_practices:
        yield from _links(practice, "municipalities", practice.municipalities, known.municipalities)
        yield from _links(practice, "actions", practice.actions, actions)
    experience = [e.id for e in contribution.experience]
    for evidence in (e for r in contribution.recommendations for e in r.evidence):
        yield from _evidence(evidence)
        yield from _links(evidence, "municipalities", evidence.municipalities, known.municipalities)
        yield from _links(evidence, "actions", evidence.actions, actions)
        yield from _link(evidence, "experience", evidence.experience, experience)


def _evidence(evidence: Evidence) -> Iterator[Finding]:
    kinds = ("metric", "municipalities", "actions", "experience")
    if sum(bool(getattr(evidence, kind)) for kind in kinds) != 1:
        yield LoadRule.EVIDENCE_KIND.at(evidence.here, names=", ".join(kinds))


def municipality_links(municipality: Municipality, head: ProgrammeHead, known: Known) -> Iterator[Finding]:
    """What a return points to: agency, group, factor sets, sources, other actions."""
    own = municipality.head
    yield from _link(own, "agency", own.agency, known.agencies)
    yield from _link(own, "group", own.group, [g.id for g in head.groups])
    yield from repeats(own.inventories, lambda i: str(i.year), "year", _ONE_ID)
    for inventory in own.inventories:
        year, name = str(inventory.year), inventory.factor_set
        if name and name not in known.factor_sets:
            yield LoadRule.FACTOR_SET_UNKNOWN.at(inventory.at("factor_set"), name, id=name, names=_names(known.factor_sets))
        if not name and not (inventory.detail == "sector_totals" and inventory.approach and inventory.unit):
            yield LoadRule.FACTOR_SET_MISSING.at(inventory.here, year=year)
    for row in (*municipality.consumption, *municipality.emissions, *municipality.factors):
        yield from _source(row, str(getattr(row, "source", "")), own.sources)
    yield from _actions(municipality.actions, known.groups(head))


def _actions(actions: Iterable[Action], groups: Collection[str]) -> Iterator[Finding]:
    each = tuple(actions)
    yield from repeats(each, lambda a: a.id, "id", _ONE_ID)
    for action in each:
        yield from _link(action, "parent", action.parent, [a.id for a in each if a is not action])
        yield from _link(action, "joint", action.joint, groups)
        if not action.library and not any(text.strip() for text in action.title.values()):
            yield LoadRule.ACTION_WITHOUT_TITLE.at(action.at("title"))


def _source(row: Noun, key: str, sources: Collection[str]) -> Iterator[Finding]:
    if key and key not in sources:
        yield LoadRule.SOURCE_UNKNOWN.at(row.at("source"), key, id=key, names=_names(sources))


def _link(noun: Noun, field: str, id_: str | None, known: Collection[str]) -> Iterator[Finding]:
    if id_ and id_ not in known:
        yield _unknown(noun.at(field), field, id_, known)


def _links(noun: Noun, field: str, ids: Iterable[str], known: Collection[str]) -> Iterator[Finding]:
    for number, id_ in enumerate(ids):
        if id_ not in known:
            yield _unknown(noun.at(f"{field}.{number}"), field, id_, known)


def _unknown(place: Source, field: str, id_: str, known: Collection[str]) -> Finding:
    return LoadRule.UNKNOWN_ID.at(place, id_, name=field, id=id_, names=_names(known))


def _names(known: Collection[str]) -> str:
    """Ids to choose from, some of them where they are many."""
    names = sorted(known)
    return ", ".join(names[:_MOST_NAMES]) + (" …" if len(names) > _MOST_NAMES else "")
