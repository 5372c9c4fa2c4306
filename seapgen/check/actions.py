"""Rules A9 and A13 to A15: is the list of actions whole, and said once?"""

from __future__ import annotations

from collections.abc import Iterator

from seapgen.check.amount import count, year
from seapgen.check.case import Case
from seapgen.check.plan import EFFECTS, amount, plan_of
from seapgen.check.rule import Remark, Rule
from seapgen.model.action import Action
from seapgen.model.message import msg, nmsg
from seapgen.model.vocabulary import KEY_SECTORS

YEAR_2030 = 2030


def _twice(case: Case) -> Iterator[Remark]:
    first: dict[object, Action] = {}
    for action in case.municipality.actions:
        titles = tuple(sorted((language, " ".join(text.casefold().split())) for language, text in action.title.items()))
        effects = tuple(getattr(action, effect) for effect in EFFECTS)
        key = (action.sector, action.library, titles, action.start_year, action.end_year, effects, action.parent)
        if key in first:
            fact = msg("The action {id} is the same as {other}.", id=action.id, other=first[key].id)
            yield Remark(action.at("id"), fact)
        first.setdefault(key, action)


def _whole(case: Case) -> Iterator[Remark]:
    if not case.has_plan:
        return
    plan = plan_of(case)
    least = int(case.limits["min_key_sectors"])
    covered = sum(any(a.sector in key for a in plan.actions) for key in KEY_SECTORS)
    if covered < least:
        fact = nmsg("{n} of the four key sectors has actions; the Covenant asks for two.",
                    "{n} of the four key sectors have actions; the Covenant asks for two.", n=count(covered))  # fmt: skip
        yield Remark(case.file("actions.csv"), fact, count(covered), count(least),
                     msg("Add actions in municipal buildings, tertiary, residential or transport."))  # fmt: skip
    yield from _key_actions(case, plan.year)
    for action in plan.actions:
        for name in ("start_year", "end_year"):
            if getattr(action, name) is None:
                fact = msg("The action {id} does not say when it begins and ends.", id=action.id)
                yield Remark(action.at(name), fact)
                break


def _key_actions(case: Case, target_year: int | None) -> Iterator[Remark]:
    least = int(case.limits["min_key_actions"])
    is_asked = (target_year or 0) >= YEAR_2030 and case.issue_year >= case.limits["first_issue_key_actions"]
    found = sum(a.key_action == "yes" for a in plan_of(case).actions)
    if is_asked and found < least:
        fact = nmsg("{n} key action is named; the template asks for three.",
                    "{n} key actions are named; the template asks for three.", n=count(found))  # fmt: skip
        yield Remark(case.file("actions.csv"), fact, count(found), count(least),
                     msg("Say 'yes' under key_action where an action matters most."))  # fmt: skip


def _dates(case: Case) -> Iterator[Remark]:
    last = max((t.target_year for t in case.municipality.head.targets), default=None)
    for action in plan_of(case).actions:
        start, end = action.start_year, action.end_year
        if start is not None and end is not None and start > end:
            fact = msg("The action {id} begins in {start} and ends in {end}.", id=action.id, start=year(start), end=year(end))
            yield Remark(action.at("end_year"), fact, year(end), year(start), msg("Exchange the years, or correct one."))
        elif end is not None and last is not None and end > last:
            fact = msg(
                "The action {id} ends in {end}, after the target year {last}.", id=action.id, end=year(end), last=year(last)
            )
            yield Remark(action.at("end_year"), fact, year(end), year(last))


def _means(case: Case) -> Iterator[Remark]:
    """Who, how much, from whom. The parts of an action that has cost and sources need none of their own."""
    actions = {a.id: a for a in plan_of(case).actions}
    for action in actions.values():
        whole = actions.get(action.parent)
        if not action.responsible:
            yield Remark(action.at("responsible"), msg("The action {id} names nobody who is responsible.", id=action.id),
                         proposal=msg("Give the office, company or person."))  # fmt: skip
        if not _has_cost(action) and not (whole and _has_cost(whole)):
            yield Remark(action.at("cost_eur"), msg("The action {id} says nothing of its cost.", id=action.id),
                         proposal=msg("Give the cost; 0 where it costs nothing."))  # fmt: skip
        elif not action.financing and not (whole and whole.financing) and amount(action, "cost_eur"):
            yield Remark(action.at("financing"), msg("The action {id} does not say who pays.", id=action.id),
                         proposal=msg("Name the sources of money; 'none' where there is none yet."))  # fmt: skip


def _has_cost(action: Action) -> bool:
    return action.cost_eur is not None or action.private_cost_eur is not None


ACTIONS = (
    Rule("A9", msg("No action twice"),
         msg("Two rows with the same title, sector, years and effects would be counted twice."),
         msg("Delete one of the rows, or tell them apart."), _twice),
    Rule("A13", msg("The plan is complete"),
         msg("The Covenant takes a plan with actions in two of the four key sectors, each with its years; plans to 2030 name"
             " three key actions."),
         msg("Fill the years of every action."), _whole),
    Rule("A14", msg("Actions end in time"),
         msg("An action that ends after the target year cannot count in full by then."),
         msg("Correct the year, or count only what is reached by the target year."), _dates),
    Rule("A15", msg("Who, how much, from whom"),
         msg("The template asks for each action who is responsible, what it costs and who pays."),
         msg("Fill the cells that are empty."), _means),
)  # fmt: skip
