"""What the page of a status says in fixed words: its labels, and what the signs in the table mean."""

from __future__ import annotations

from collections.abc import Mapping

from seapgen.model.message import Message, msg

WORDS: Mapping[str, Message] = {
    "skip": msg("Skip to the content"),
    "funnel": msg("How far the municipalities have come"),
    "todo": msg("What is next, and for whom"),
    "nothing": msg("Nothing is left to do."),
    "table": msg("Agency by agency"),
    "documents": msg("Documents by language"),
    "municipality": msg("Municipality", context="check report"),
    "language": msg("Language"),
    "expected": msg("Expected"),
    "made": msg("Made"),
    "untranslated": msg("Texts to translate"),
    "note": msg("Note"),
    "next": msg("tinted: the next step"),
    "foot": msg("For programs: the same status is printed by the command “seapgen status --json”."),
}
SIGNS: Mapping[str, Message] = {
    "done": msg("done"),
    "part": msg("in part"),
    "bad": msg("has errors"),
    "open": msg("not yet"),
}
