"""`seapgen status`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Annotated

import typer

from seapgen.cli.arguments import AsJson, Programme
from seapgen.cli.grid import grid
from seapgen.cli.json_text import Json, json_text
from seapgen.cli.voice import Voice, voice_of
from seapgen.model.message import Figure, Message, Term, Words, msg, nmsg
from seapgen.model.status import STEP_WORDS, LanguageStatus, Lateness, ProgrammeStatus, Step, TownStatus
from seapgen.model.units import Unit

NOT_YET = "–"
COLUMNS = len(Step) + 2  # the name before the stages, what is to be said after them


def status(
    context: typer.Context,
    programme: Programme,
    as_of: Annotated[str, typer.Option(metavar="DATE", help="The day, 2012-06-30. [default: the issue date]")] = "",
    out: Annotated[Path, typer.Option(help="Folder that the documents were built into.")] = Path("build"),
    html: Annotated[Path | None, typer.Option(metavar="FILE", dir_okay=False, help="Write it as a web page too.")] = None,
    as_json: AsJson = False,
) -> None:
    """Say how far every municipality has come: returned, checked, drafted, approved; who is late; which documents are made.

    Reads the programme's folder, and the manifest and documents in the output folder; writes nothing but the page of --html.
    The day is never that of the clock. Prints a table by agency, the worst first.
    """
    from seapgen.status import status as status_of
    from seapgen.status import write_status

    voice = voice_of(context)
    about = status_of(programme, out, _day(as_of))
    if html:
        write_status(html, about, voice.wish)
    text = json_text(status_json(about)) if as_json else "".join(f"{line}\n" for line in status_lines(about, voice))
    typer.echo(text, nl=False)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise typer.BadParameter(f"{text!r} is no date; write it as 2012-06-30", param_hint="--as-of") from None


def status_json(about: ProgrammeStatus) -> Json:
    """The contract's keys and some more; dates as ISO 8601 has them."""
    return {
        "as_of": about.as_of.isoformat(),
        "deadlines": {step.value: day.isoformat() for step, day in about.deadlines.items()},
        "municipalities": [_town_json(town) for town in about.towns],
        "counts": {"municipalities": len(about.towns), **{step.value: about.reached(step) for step in Step}, "late": about.late},
        "expected_documents": about.expected,
        "made_documents": about.made,
        "languages": {
            each.code: {
                "expected": each.expected, "made": each.made, "untranslated": each.untranslated, "catalogue": each.is_written,
            }
            for each in about.languages
        },
        "programme": {"errors": about.errors, "untranslated": dict(about.untranslated)},
    }  # fmt: skip


def _town_json(town: TownStatus) -> Json:
    return {
        "id": town.id,
        "agency": town.agency,
        "group": town.group,
        "joint_plan": town.joint_plan,
        "stages": {
            "returned": town.returned_on.isoformat() if town.returned_on else None,
            "checked": "ok" if town.has_reached(Step.CHECKED) else f"errors:{town.errors}",
            "drafted": list(town.drafted),
            "edited": list(town.edited),
            "approved": town.approved_on.isoformat() if town.approved_on else None,
        },
        "reached": [step.value for step in Step if town.has_reached(step)],
        "expected": list(town.expected),
        "late": [each.step.value for each in town.late],
        "overdue": [each.step.value for each in town.overdue],
        "late_days": {each.step.value: each.days for each in town.late},
        "untranslated": dict(town.untranslated),
        "next": town.task.value,
    }


def status_lines(about: ProgrammeStatus, voice: Voice) -> Iterator[str]:
    """A table by agency, then how many there are of everything."""
    yield voice.say(msg("As of {day}", day=_date(about.as_of)))
    if about.deadlines:
        until = "; ".join(f"{_step(step, voice)} {voice.show(_date(day))}" for step, day in about.deadlines.items())
        yield f"{voice.say(msg('Deadlines'))}: {until}"
    yield ""
    for row in grid([*_rows(about, voice)], words=COLUMNS):
        yield row[2:]
    yield ""
    yield from _sums(about, voice)


def _rows(about: ProgrammeStatus, voice: Voice) -> Iterator[tuple[str, ...]]:
    yield ("", *(_step(step, voice) for step in Step), "")
    for agency, towns in about.by_agency():
        name = about.agencies.get(agency)
        head = voice.show(Words(name)) if name else agency or voice.say(msg("Without agency"))
        yield (head, *[""] * (COLUMNS - 1))
        yield from (_row(town, voice) for town in towns)


def _row(town: TownStatus, voice: Voice) -> tuple[str, ...]:
    returned = town.returned_on.isoformat() if town.returned_on else voice.say(msg("yes")) if town.has_return else NOT_YET
    return (
        "  " + town.picked(voice.wish, "en"), returned, _checked(town, voice), _drafted(town),
        town.approved_on.isoformat() if town.approved_on else NOT_YET, "; ".join(_remarks(town, voice)),
    )  # fmt: skip


def _checked(town: TownStatus, voice: Voice) -> str:
    if town.errors:
        return voice.say(nmsg("{n} error", "{n} errors", n=_count(town.errors)))
    return voice.say(msg("in order")) if town.has_return else NOT_YET


def _drafted(town: TownStatus) -> str:
    """The languages that are there; how many of how many where some are missing."""
    there = " ".join(f"{code}*" if code in town.edited else code for code in town.drafted)
    made = sum(code in town.drafted for code in town.expected)
    return f"{there} ({made}/{len(town.expected)})" if there and made < len(town.expected) else there or NOT_YET


def _remarks(town: TownStatus, voice: Voice) -> Iterator[str]:
    if town.joint_plan:
        yield voice.say(msg("joint plan “{id}”", id=town.joint_plan))
    reached = [each for each in town.late if not each.is_open]
    yield from (voice.say(lateness(each)) for each in (*reached, *town.overdue[:1]))  # the later ones wait for the first
    for code, number in town.untranslated.items():
        if number:
            yield voice.say(_lacking(code, number))


def lateness(each: Lateness) -> Message:
    """By how many days a stage was or is late."""
    step, n = STEP_WORDS[each.step], _count(each.days)
    if each.is_open:
        return nmsg("{step}: overdue for {n} day", "{step}: overdue for {n} days", n=n, step=step)
    return nmsg("{step}: {n} day late", "{step}: {n} days late", n=n, step=step)


def _sums(about: ProgrammeStatus, voice: Voice) -> Iterator[str]:
    n = _count(len(about.towns))
    steps = ", ".join(f"{_step(step, voice)} {about.reached(step)}" for step in Step)
    yield f"{voice.say(nmsg('{n} municipality', '{n} municipalities', n=n))}: {steps}"
    yield voice.say(nmsg("{n} municipality is late", "{n} municipalities are late", n=_count(about.late)))
    yield voice.say(_documents(about.expected, about.made))
    for each in about.languages:
        yield "  " + "; ".join(_language(each, voice))
    if any(town.edited for town in about.towns):
        yield voice.say(msg("* The Word file has been edited since it was built."))
    if about.errors:
        yield voice.say(
            nmsg("{n} error in files of the programme", "{n} errors in files of the programme", n=_count(about.errors))
        )


def _language(each: LanguageStatus, voice: Voice) -> Iterator[str]:
    yield f"{each.code}: {voice.say(_documents(each.expected, each.made))}"
    if each.untranslated:
        yield voice.say(_lacking(each.code, each.untranslated))
    if not each.is_written:
        yield voice.say(msg("seapgen has no words in {language} yet", language=Term(f"language.{each.code}")))


def _documents(expected: int, made: int) -> Message:
    return nmsg("{made} of {n} document made", "{made} of {n} documents made", n=_count(expected), made=_count(made))


def _lacking(code: str, number: int) -> Message:
    return nmsg("{n} text lacks {language}", "{n} texts lack {language}", n=_count(number), language=Term(f"language.{code}"))


def _step(step: Step, voice: Voice) -> str:
    return voice.say(STEP_WORDS[step])


def _date(day: date) -> Figure:
    return Figure("", day, Unit.DATE)


def _count(number: int) -> Figure:
    return Figure("", Decimal(number), Unit.COUNT)
