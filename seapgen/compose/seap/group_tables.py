"""The members of a group side by side, sums over those that count the same, and the actions they carry out together."""

from __future__ import annotations

from collections.abc import Iterator

from seapgen.compose.seap.city import City, city, way
from seapgen.compose.seap.inventory_tables import DASH, Blocks, Line, column, own_calculation, words_column
from seapgen.compose.seap.library import title_of
from seapgen.compose.seap.subject import Subject, plan_year, stated_percent
from seapgen.model.document import Row, Table
from seapgen.model.inline import Planned
from seapgen.model.message import Figure, Verbatim, Words, msg
from seapgen.model.municipality import Municipality
from seapgen.model.results import Part
from seapgen.model.units import Unit
from seapgen.model.vocabulary import Status, TargetBasis

FEWEST = 2  # of a sum


def group_tables(subject: Subject) -> dict[str, Blocks]:
    """All tables of the group by the name that the chapter file uses."""
    about = city(subject)
    names = ("group.members", "group.baselines", "group.promises", "group.joint_actions")
    if about is None:
        return dict.fromkeys(names, ())
    return dict(zip(names, (members(about), baselines(about), promises(about), joint_actions(about)), strict=True))


def members(about: City) -> Blocks:
    """A line for each member: what it starts from, what it promises and what it plans. A joint plan stands above its members."""
    columns = (
        words_column(msg("Municipality"), 22),
        column(msg("Base year"), numeric=False, width=12),
        column(msg("Emissions"), width=13),
        words_column(msg("Counted"), 18),
        column(msg("Target"), Unit.PERCENT, width=11),
        column(msg("Target year"), numeric=False, width=12),
        column(msg("Promised"), width=13),
        column(msg("Planned"), width=13),
    )
    note = (
        msg(
            "Emissions of the use of energy in the base year; promised and planned reduction a year;"
            " all in tonnes as the column “Counted” says."
        ),
    )
    caption = (msg("The municipalities of {group}", group=Words(about.group.name)),)
    notes = (note, *_per_head(about))
    return (Table("group.members", caption, columns, tuple(_lines(about)), notes=notes, source=(own_calculation(),)),)


def _per_head(about: City) -> tuple[Line, ...]:
    """Whose target in per cent counts per inhabitant."""
    first = {town.id: target for town in about.towns() for target in town.head.targets[:1]}
    names = about.names([id_ for id_, target in first.items() if target.basis is TargetBasis.PER_CAPITA])
    return ((msg("Target in per cent per inhabitant: {names}.", names=names),),) if names else ()


def _lines(about: City) -> Iterator[Row[Planned]]:
    programme, told = about.subject.programme, set[str]()
    for town in about.towns():
        plan = programme.joint_plan_of(town.id)
        folder = programme.municipality(plan.id) if plan else None
        if plan and folder and plan.id not in told:
            told.add(plan.id)
            name = msg("{name} (joint plan)", name=Words(folder.head.name, is_name=True))
            yield _line(about, folder, (name,))
        yield _line(about, town, _name(about, town))


def _name(about: City, town: Municipality) -> Line:
    """The name of a member; the one that the plan is about is marked."""
    name = Words(town.head.name, is_name=True)
    return (msg("{name} (this plan)", name=name),) if town.id in about.own() else (name,)


def _line(about: City, municipality: Municipality, name: Line) -> Row[Planned]:
    id_, year = municipality.id, about.base_year(municipality.id)
    target = next(iter(municipality.head.targets), None)
    at = f"target.{target.target_year}" if target else "target"
    pct = about.of(id_, f"{at}.reduction_pct")
    planned = about.of(id_, f"plan.{plan_year(municipality)}.reduction_t")
    joint = about.subject.programme.joint_plan_of(id_)
    part = next((p for p in about.sums.parts if id_ in p.base_years), None)
    return Row(
        (
            name,
            _cell(about.of(id_, f"inventory.{year}.year")),
            _cell(about.of(id_, f"inventory.{year}.emissions_energy_t")),
            way(part.unit, part.approach) if part else (msg("in the joint plan") if joint else DASH,),
            _cell(stated_percent(pct) if pct else None),
            _cell(about.of(id_, f"{at}.year")),
            _cell(about.of(id_, f"{at}.reduction_t")),
            _cell(planned),
        )
    )


def _cell(figure: Figure | None) -> Line:
    return (DASH,) if figure is None else (figure,)


def baselines(about: City) -> Blocks:
    """Sums over the members that count the same, each with its members and base years; nothing where no two do."""
    parts = [part for part in about.sums.parts if len(about.sums.counted[f"baseline.{part.key}.municipalities"]) >= FEWEST]
    if not parts:
        return ()
    columns = (
        words_column(msg("Counted"), 18),
        column(msg("Municipalities"), width=14),
        words_column(msg("Base years"), 16),
        column(msg("Inhabitants"), width=14),
        column(msg("Energy"), Unit.MWH, width=16),
        column(msg("Emissions"), width=16),
    )
    rows = tuple(_baseline(about, part) for part in parts)
    notes = tuple(_members_note(about, part) for part in parts)
    caption = (msg("Inventories that count the same, added"),)
    return (Table("group.baselines", caption, columns, rows, notes=notes, source=(own_calculation(),)),)


def _baseline(about: City, part: Part) -> Row[Planned]:
    at, years = f"baseline.{part.key}", about.years(part.base_years)
    span: Line = (msg("{first} to {last}", first=years[0], last=years[1]),) if len(years) > 1 else years
    people = about.get(f"{at}.population")
    is_whole = people is not None and len(about.sums.added(f"{at}.population")) == len(part.base_years)
    return Row(
        (
            way(part.unit, part.approach),
            _cell(about.get(f"{at}.municipalities")),
            span,
            _cell(people if is_whole else None),
            _cell(about.get(f"{at}.energy_mwh")),
            _cell(about.get(f"{at}.emissions_energy_t")),
        )
    )


def _members_note(about: City, part: Part) -> Line:
    """Whose inventories a sum adds."""
    names = about.names(about.sums.counted[f"baseline.{part.key}.municipalities"])
    assert names is not None
    return (*way(part.unit, part.approach), Verbatim(": "), names)


def promises(about: City) -> Blocks:
    """Targets of the same year that count the same, added: the percentage is that of the sums."""
    counted = about.sums.counted
    keys = [path.removesuffix(".municipalities") for path in counted if path.startswith("target.") and path.count(".") == 3]
    stems = [stem for stem in keys if len(counted[f"{stem}.municipalities"]) >= FEWEST]
    if not stems:
        return ()
    columns = (
        column(msg("Target year"), numeric=False, width=12),
        words_column(msg("Counted"), 20),
        column(msg("Municipalities"), width=14),
        column(msg("Base emissions"), width=15),
        column(msg("Promised"), width=15),
        column(msg("Promised"), Unit.PERCENT, width=12),
        column(msg("Planned"), width=15),
    )
    rows = tuple(_promise(about, stem) for stem in stems)
    notes = tuple(_promise_note(about, stem) for stem in stems)
    caption = (msg("Targets that count the same, added"),)
    return (Table("group.promises", caption, columns, rows, notes=notes, source=(own_calculation(),)),)


def _promise(about: City, stem: str) -> Row[Planned]:
    _, year, key = stem.split(".")
    plan = f"plan.{year}.{key.removesuffix('-all')}.reduction_t"
    is_same = about.get(plan) is not None and about.sums.municipalities(plan) == about.sums.counted[f"{stem}.municipalities"]
    return Row(
        (
            _cell(_year(about, stem, year)),
            _way_of(about, stem),
            _cell(about.get(f"{stem}.municipalities")),
            _cell(about.get(f"{stem}.base_t")),
            _cell(about.get(f"{stem}.reduction_t")),
            _cell(about.get(f"{stem}.reduction_pct")),
            _cell(about.get(plan) if is_same else None),
        )
    )


def _year(about: City, stem: str, year: str) -> Figure | None:
    """The target year as the first of them states it."""
    return about.of(about.sums.added(f"{stem}.reduction_t")[0], f"target.{year}.year")


def _way_of(about: City, stem: str) -> Line:
    figure, approach = about.get(f"{stem}.reduction_t"), stem.rpartition(".")[2].partition("-")[0]
    assert figure is not None
    part = next(p for p in about.sums.parts if p.approach == approach)
    all_: Line = (Verbatim(", "), msg("with other sources")) if stem.endswith("-all") else ()
    return (*way(figure.unit, part.approach), *all_)


def _promise_note(about: City, stem: str) -> Line:
    names = about.names(about.sums.counted[f"{stem}.municipalities"])
    year = _year(about, stem, stem.split(".")[1])
    assert names is not None and year is not None
    return (year, Verbatim(", "), *_way_of(about, stem), Verbatim(": "), names)


def joint_actions(about: City) -> Blocks:
    """Actions that members carry out together."""
    rows = tuple(_joint_rows(about))
    columns = (
        words_column(msg("Municipality"), 26),
        words_column(msg("Action"), 40),
        column(msg("Cost"), Unit.EUR, width=16),
        column(msg("Emissions avoided"), width=16),
    )
    note = (msg("Each municipality counts its own share of cost and effect; avoided emissions in tonnes as it counts them."),)
    caption = (msg("Joint actions of {group}", group=Words(about.group.name)),)
    return (Table("group.joint_actions", caption, columns, rows, notes=(note,)),) if rows else ()


def _joint_rows(about: City) -> Iterator[Row[Planned]]:
    for one in about.subject.programme.plans():
        for action in one.actions:
            if action.joint == about.group.id and action.status is not Status.CANCELLED:
                at = f"action.{action.id}"
                title = msg("{code} {title}", code=action.id, title=title_of(action))
                cost, avoided = about.of(one.id, f"{at}.cost_eur"), about.of(one.id, f"{at}.co2_reduction_t")
                yield Row((_name(about, one), (title,), _cell(cost), _cell(avoided)))
