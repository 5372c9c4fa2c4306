"""A status becomes a page in the words of one language."""

from __future__ import annotations

from collections.abc import Iterator

from seapgen.compose.report.speech import Speech
from seapgen.compose.status.cells import count, lacking, on, step_word, table
from seapgen.compose.status.todo import todo
from seapgen.compose.status.words import SIGNS, WORDS
from seapgen.model.language import Language
from seapgen.model.message import Message, Term, msg, nmsg
from seapgen.model.report import NOTHING, Said
from seapgen.model.status import ProgrammeStatus, Step
from seapgen.model.status_page import Bar, ShownLanguage, StatusPage


def compose_status(about: ProgrammeStatus, language: Language, source: Language) -> StatusPage:
    """The page in a language; what that has no words for is said in the language of the source."""
    speech = Speech(language, source)
    return StatusPage(
        language.tag, speech.say(msg("Where every plan stands")), speech.pick(about.title), speech.show(on(about.as_of)),
        tuple(map(speech.say, _lead(about))), _alarm(about, speech), (*_bars(about, speech),), (*todo(about, speech),),
        tuple(step_word(step, speech) for step in Step), (*table(about, speech),), (*_languages(about, speech),),
        _shared(about, speech),
        {name: speech.say(message) for name, message in {**WORDS, **SIGNS}.items()},
    )  # fmt: skip


def _lead(about: ProgrammeStatus) -> Iterator[Message]:
    """Sentences."""
    n = count(len(about.towns))
    yield nmsg(
        "{done} of {n} municipality has an approved plan.", "{done} of {n} municipalities have an approved plan.",
        n=n, done=count(about.reached(Step.APPROVED)),
    )  # fmt: skip
    yield nmsg("{n} is late.", "{n} are late.", n=count(about.late)) if about.late else msg("Nobody is late.")
    yield nmsg(
        "{made} of {n} document is made.", "{made} of {n} documents are made.", n=count(about.expected), made=count(about.made)
    )


def _alarm(about: ProgrammeStatus, speech: Speech) -> Said:
    """Errors that belong to no municipality stop every document."""
    if not about.errors:
        return NOTHING
    return speech.say(
        nmsg(
            "{n} error in files of the programme stops every document.",
            "{n} errors in files of the programme stop every document.",
            n=count(about.errors),
        )
    )


def _shared(about: ProgrammeStatus, speech: Speech) -> Said:
    """Texts to translate that belong to no municipality."""
    missing = [speech.say(lacking(code, number)).text for code, number in about.untranslated.items() if number]
    return speech.say(msg("In files of the programme: {what}.", what="; ".join(missing))) if missing else NOTHING


def _bars(about: ProgrammeStatus, speech: Speech) -> Iterator[Bar]:
    """The stages; of drafts also how many are there in some of their languages only."""
    for step in Step:
        whole, of = about.reached(step), len(about.towns)
        part = sum(bool(t.drafted) for t in about.towns) - whole if step is Step.DRAFTED else 0
        number = speech.say(msg("{n}, {part} in part", n=count(whole), part=count(part))) if part else speech.show(count(whole))
        deadline = about.deadlines.get(step)
        note = speech.say(msg("until {day}", day=on(deadline))) if deadline else NOTHING
        yield Bar(step_word(step, speech), number, whole, part, of, note)


def _languages(about: ProgrammeStatus, speech: Speech) -> Iterator[ShownLanguage]:
    for each in about.languages:
        name = Term(f"language.{each.code}")
        note = NOTHING if each.is_written else speech.say(msg("seapgen has no words in this language yet."))
        yield ShownLanguage(speech.show(name), each.expected, each.made, each.untranslated, note)
