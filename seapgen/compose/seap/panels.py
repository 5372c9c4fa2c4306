"""Key figures, facts and action cards."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from seapgen.compose.outline import section_block
from seapgen.compose.seap.inventory_tables import DASH, Blocks, Line
from seapgen.compose.seap.joint import member_facts
from seapgen.compose.seap.library import description_of, mark, title_of
from seapgen.compose.seap.plan_views import actions
from seapgen.compose.seap.subject import Subject, sector_term
from seapgen.model.action import Action
from seapgen.model.document import ActionCard, Fact, Tile, Tiles
from seapgen.model.inline import Planned
from seapgen.model.message import Figure, Message, Scale, Several, Term, Words, msg
from seapgen.model.vocabulary import Status


def scaled(figure: Figure) -> Figure:
    """The figure in the unit that a reader takes in at a glance: GWh, kt, millions; the exact value stays."""
    size = abs(figure.value) if isinstance(figure.value, Decimal) else Decimal(0)
    scale: Scale = "m" if size >= 1_000_000 else "k" if size >= 100_000 else ""
    if str(figure.unit) == "eur" and scale != "m":
        scale = ""
    return replace(figure, scale=scale, digits=_tile_digits(size, scale))


def _tile_digits(size: Decimal, scale: str) -> int | None:
    if not scale:
        return None
    shown = size / (1_000_000 if scale == "m" else 1000)
    return 2 if shown < 10 else 1 if shown < 100 else 0


def tiles(subject: Subject) -> dict[str, Blocks]:
    """Bands of key figures by name."""
    return {"keyfigures.summary": _summary(subject), "keyfigures.plan": _plan(subject)}


def _summary(subject: Subject) -> Blocks:
    year = subject.inv("year")
    energy_only = () if not subject.inventory.non_energy else (msg("use of energy only"),)
    band: list[Tile[Planned]] = [
        Tile((msg("Emissions in {year}", year=year),), scaled(subject.inv("emissions_energy_t")), energy_only),
        Tile((msg("Energy used in {year}", year=year),), scaled(subject.inv("energy_mwh"))),
    ]
    head, target = subject.inv_get("emissions_energy_t_per_capita"), subject.target
    if head:
        band.append(Tile((msg("Emissions per inhabitant"),), head, (msg("{n} inhabitants", n=subject.inv("population")),)))
    if target and subject.percent_get(f"target.{target.target_year}.change_pct") is not None:
        at = f"target.{target.target_year}"
        note = (
            msg(
                "by {year}, compared with {base_year}",
                year=subject.figure(f"{at}.year"),
                base_year=subject.figure(f"{at}.base_year"),
            ),
        )
        band.append(Tile((msg("Target"),), subject.percent(f"{at}.change_pct"), note))
    return (Tiles("keyfigures.summary", tuple(band[:4])),)


def _plan(subject: Subject) -> Blocks:
    count = subject.get("plan.actions")
    if not count:
        return ()
    wanted = (
        (f"plan.{subject.plan_year}.reduction_t", msg("Emissions avoided"), msg("a year, once complete")),
        (f"plan.{subject.plan_year}.energy_saving_mwh", msg("Energy saved"), msg("a year, once complete")),
        (f"plan.{subject.plan_year}.res_production_mwh", msg("Renewable energy"), msg("a year, once complete")),
        ("plan.cost_eur", msg("Investment"), None),
    )
    found = [(subject.get(path), label, note) for path, label, note in wanted]
    band = tuple(Tile[Planned]((label,), scaled(f), (note,) if note else ()) for f, label, note in found if f)
    return (Tiles("keyfigures.plan", band),) if len(band) > 1 else ()


def profile_facts(subject: Subject) -> tuple[Fact[Planned], ...]:
    """The municipality in facts."""
    head = subject.municipality.head
    facts = [Fact[Planned]((msg("Country"),), (Term(f"country.{head.country}"),))]
    facts += member_facts(subject)
    if subject.agency:
        facts.append(Fact((msg("Supported by"),), (Words(subject.agency.name),)))
    if subject.group:
        facts.append(Fact((msg("Group"),), (Words(subject.group.name),)))
    wanted = (
        ("population", msg("Inhabitants in {year}", year=subject.inv("year"))),
        ("energy_mwh_per_capita", msg("Energy per inhabitant")),
        ("emissions_energy_t_per_capita", msg("Emissions per inhabitant")),
    )
    return (*facts, *(Fact[Planned]((label,), (f,)) for path, label in wanted if (f := subject.inv_get(path))))


def cards(subject: Subject) -> Blocks:
    """One card for each action, in the order of their codes."""
    return tuple(_card(subject, a) for a in sorted(actions(subject), key=lambda a: a.id))


def _card(subject: Subject, action: Action) -> ActionCard[Planned]:
    status: Line = (Term(f"status.{action.status}"),) if action.status else (msg("no status"),)
    return ActionCard(
        f"action-{action.id}",
        action.id,
        (title_of(action),),
        status,
        action.status is Status.COMPLETED,
        _facts(subject, action),
        _description(subject, action),
        _yields(subject, action),
        mark(subject, action),
    )


def _facts(subject: Subject, action: Action) -> tuple[Fact[Planned], ...]:
    at = f"action.{action.id}"
    period = subject.get(f"{at}.period")
    sources: Line = (Several(tuple(Term(f"financing.{s}", "short") for s in action.financing)),) if action.financing else (DASH,)
    facts: list[Fact[Planned]] = [
        Fact((msg("Sector"),), (sector_term(action.sector),)),
        Fact((msg("Responsible"),), (Words(action.responsible),) if action.responsible else (DASH,)),
        Fact((msg("Period"),), (period,) if period else (DASH,)),
        Fact((msg("Financing"),), sources),
    ]
    if action.area:
        facts.append(Fact((msg("Area of intervention"),), (Term(f"area.{action.area}"),)))
    if action.instrument:
        facts.append(Fact((msg("Policy instrument"),), (Term(f"instrument.{action.instrument}"),)))
    wanted = (("cost_per_tonne_eur", msg("Cost per yearly tonne")), ("payback_years", msg("Payback")))
    facts += [Fact((label,), (f,)) for path, label in wanted if (f := subject.get(f"{at}.{path}"))]
    return tuple(facts)


def _description(subject: Subject, action: Action) -> Blocks:
    """What is done, and what it assumes, as a person wrote it or the library has it; sections without text are not printed."""
    parts: list[tuple[str, Message, Blocks]] = [
        ("description", msg("Description of {code}", code=action.id), description_of(action)),
        ("assumption", msg("Assumption of {code}", code=action.id), ()),
    ]
    found = [(f"action.{action.id}.{key}", title, default) for key, title, default in parts]
    texts = subject.municipality.texts
    return tuple(
        section_block(id_, (title,), texts.get(id_, {}), default)
        for id_, title, default in found
        if default or any(t.strip() for t in texts.get(id_, {}).values())
    )


def _yields(subject: Subject, action: Action) -> tuple[Tile[Planned], ...]:
    at = f"action.{action.id}"
    wanted = (
        ("cost_eur", msg("Cost")),
        ("energy_saving_mwh", msg("Energy saved a year")),
        ("res_production_mwh", msg("Renewable energy a year")),
        ("co2_reduction_t", msg("Emissions avoided a year")),
    )
    found = ((subject.get(f"{at}.{path}"), label) for path, label in wanted)
    tiles: list[Tile[Planned]] = [Tile((label,), scaled(f) if _is_money(f) else f) for f, label in found if f]
    return tuple(tiles)


def _is_money(figure: Figure) -> bool:
    """Money on cards is printed in millions; amounts of energy and tonnes stay as the tables print them."""
    return str(figure.unit) == "eur"
