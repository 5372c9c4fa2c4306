"""A joint plan: whose it is, and what each of its members promises."""

from __future__ import annotations

from collections.abc import Sequence

from seapgen.compose.seap.inventory_tables import DASH, Blocks, Line, column, own_calculation, words_column
from seapgen.compose.seap.subject import Subject, stated_percent
from seapgen.compose.view import View
from seapgen.model.document import Column, Fact, Row, Table
from seapgen.model.inline import Planned
from seapgen.model.message import Figure, Several, Term, Words, msg
from seapgen.model.municipality import Municipality, Target
from seapgen.model.units import Unit

OWN_TARGETS = 1  # the Covenant's option of joint plans in which each municipality keeps its own target


def joint_views(subject: Subject) -> dict[str, View | None]:
    """The joint plan, or None where the plan is that of one municipality."""
    names = member_names(subject)
    if subject.joint is None or names is None:
        return {"joint": None}
    is_each = subject.joint.option == OWN_TARGETS
    have = is_each and any(m.head.targets for m in subject.members)
    return {"joint": View({"names": names, "own_targets": is_each, "have_targets": have})}


def joint_tables(subject: Subject) -> dict[str, Blocks]:
    """The members of a joint plan, by the name that the chapter file uses."""
    return {"joint.members": _members(subject) if subject.joint and subject.members else ()}


def member_names(subject: Subject) -> Several | None:
    """The members of the joint plan, to be listed; None where the plan is that of one municipality."""
    return Several(tuple(Words(m.head.name, is_name=True) for m in subject.members)) if subject.members else None


def member_facts(subject: Subject) -> tuple[Fact[Planned], ...]:
    """For the profile: the members of the joint plan, each with its inhabitants as far as they are known."""
    people = [(m, _population(subject, m)) for m in subject.members]
    return tuple(
        Fact[Planned](
            (Words(m.head.name, is_name=True),),
            (msg("{n} inhabitants", n=figure),) if figure else (msg("member of this joint plan"),),
        )
        for m, figure in people
    )


def _members(subject: Subject) -> Blocks:
    assert subject.joint is not None
    if subject.joint.option != OWN_TARGETS:
        rows = tuple(Row[Planned](((Words(m.head.name, is_name=True),), _cell(_population(subject, m)))) for m in subject.members)
        columns = (words_column(msg("Municipality"), 60), column(msg("Inhabitants"), width=40))
        return (Table("joint.members", (msg("The municipalities of this joint plan"),), columns, rows),)
    lines = [row for m in subject.members for row in _targets(subject, m)]
    caption = (msg("The municipalities of this joint plan and their own targets"),)
    return (Table("joint.members", caption, _columns(), tuple(lines), source=(own_calculation(),)),)


def _columns() -> tuple[Column[Planned], ...]:
    return (
        words_column(msg("Municipality"), 22),
        column(msg("Inhabitants"), width=13),
        column(msg("Base year"), numeric=False, width=10),
        column(msg("Base emissions"), width=14),
        words_column(msg("Basis"), 14),
        column(msg("Target"), Unit.PERCENT, width=10),
        column(msg("Target year"), numeric=False, width=10),
        column(msg("Promised"), width=13),
    )


def _targets(subject: Subject, member: Municipality) -> Sequence[Row[Planned]]:
    """A line for each target of a member; one with dashes where it has none."""
    name, people = (Words(member.head.name, is_name=True),), _cell(_population(subject, member))
    lines = [_target(subject, member, target) for target in member.head.targets] or [((DASH,),) * 6]
    return [Row((name if n == 0 else (), people if n == 0 else (), *cells)) for n, cells in enumerate(lines)]


def _target(subject: Subject, member: Municipality, target: Target) -> tuple[Line, ...]:
    at = f"target.{target.target_year}"
    pct = _of(subject, member, f"{at}.reduction_pct")
    return (
        _cell(_of(subject, member, f"{at}.base_year")),
        _cell(_of(subject, member, f"{at}.base_t")),
        (Term(f"target_basis.{target.basis}"),),
        _cell(stated_percent(pct) if pct else None),
        _cell(_of(subject, member, f"{at}.year")),
        _cell(_of(subject, member, f"{at}.reduction_t")),
    )


def _population(subject: Subject, member: Municipality) -> Figure | None:
    """The inhabitants in the year of the joint inventory, else those of the member's last year."""
    for year in (subject.year, *sorted(member.head.population, reverse=True)):
        for path in (f"population.{year}", f"inventory.{year}.population"):
            if (found := _of(subject, member, path)) is not None:
                return found
    return None


def _of(subject: Subject, member: Municipality, path: str) -> Figure | None:
    found = subject.everything.municipalities.get(member.id)
    return found.get(path) if found else None


def _cell(figure: Figure | None) -> Line:
    return (DASH,) if figure is None else (figure,)
