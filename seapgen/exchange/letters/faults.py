"""What can be wrong with the template of a letter, as findings."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches

from seapgen.model.finding import Finding, Severity, Stage
from seapgen.model.message import Message, msg
from seapgen.model.source import Source

LONGEST = 100  # letters of a paragraph that a finding quotes


class LetterFault(Exception):
    """One thing that is wrong, in the words of one paragraph; whoever knows the file makes it a finding."""

    def __init__(self, code: str, fact: Message, way_out: Message | None = None) -> None:
        super().__init__(code)
        self.code, self.fact, self.way_out = code, fact, way_out

    def finding(self, file: str, part: str = "") -> Finding:
        """The finding of a file, and of a part of it."""
        source = Source(file, sheet=part or None)
        return Finding(self.code, Stage.TEMPLATE, Severity.ERROR, source, self.fact, proposal=self.way_out)


def quoted(words: str) -> str:
    """The words of a paragraph as findings quote them."""
    line = " ".join(words.split())
    return line if len(line) <= LONGEST else line[: LONGEST - 1] + "…"


def unreadable(reason: Message) -> LetterFault:
    """No Word file, or one that must not be opened."""
    return LetterFault("T60", reason, msg("Save it anew as .docx, without macros and without linked files."))


def forbidden(what: str, words: str) -> LetterFault:
    """More than a letter may do."""
    return LetterFault(
        "T61",
        msg("A letter may not use {what}: “{words}”.", what=what, words=quoted(words)),
        msg("Use names, conditions (if), loops over the lists of docs/letters.md, and nothing else."),
    )


def misplaced(fact: Message, way_out: Message) -> LetterFault:
    """A mark where Word or the filling would lose it."""
    return LetterFault("T62", fact, way_out)


def unknown(name: str, known: Sequence[str], words: str) -> LetterFault:
    """A name that there is not."""
    near = get_close_matches(name, known, n=5, cutoff=0.4) or sorted(known)[:12]
    return LetterFault(
        "T63",
        msg("There is no “{name}”: “{words}”.", name=name, words=quoted(words)),
        msg("There are: {names}. Test with “is defined” whether a municipality has a figure.", names=", ".join(near))
        if name.startswith("figures")
        else msg("There are: {names}.", names=", ".join(near)),
    )


def blank(name: str, words: str) -> LetterFault:
    """A value that the data do not have is printed."""
    return LetterFault(
        "T64",
        msg("“{name}” is empty here, but printed: “{words}”.", name=name, words=quoted(words)),
        msg("Put it between {open} and {close}.", open=f"{{% if {name} %}}", close="{% endif %}"),
    )


def empty_question(words: str) -> LetterFault:
    """A condition asks for a part of something that is empty."""
    return LetterFault(
        "T64",
        msg("A condition asks for a part of something that is empty here: “{words}”.", words=quoted(words)),
        msg("Ask for the whole first: {mark}.", mark="{% if plan and plan.cost %}"),
    )


def too_much(limit: int, words: str) -> LetterFault:
    """A loop that does not end, or text without end."""
    return LetterFault(
        "T65",
        msg("The letter becomes too long here (more than {limit}): “{words}”.", limit=str(limit), words=quoted(words)),
        msg("Do not put loops into loops."),
    )


def not_understood(reason: str, words: str) -> LetterFault:
    """Jinja does not understand a mark."""
    return LetterFault(
        "T66", msg("This is not understood ({reason}): “{words}”.", reason=reason, words=quoted(words)),
        msg("Every if and every for needs its end; every mark two braces, or a brace and a per cent sign, on both sides."),
    )  # fmt: skip


def broken_result(part: str) -> LetterFault:
    """The filled part is no XML any more."""
    return LetterFault(
        "T67",
        msg("The part {part} is no Word text any more once it is filled.", part=part),
        msg("Write what decides about paragraphs as {mark}, about rows of a table as {row}.", mark="{%p … %}", row="{%tr … %}"),
    )
