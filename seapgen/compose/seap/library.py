"""Texts of the action library where the action that names its key has none of its own, and the mark that says so."""

from __future__ import annotations

from seapgen.compose.seap.subject import Subject
from seapgen.model.action import Action
from seapgen.model.document import Block, Paragraph
from seapgen.model.inline import Planned
from seapgen.model.library import DESCRIPTION, INDICATOR, TITLE
from seapgen.model.message import Message, Several, Term, Value, Verbatim, Words, msg, nmsg

Line = tuple[Planned, ...]


def title_of(action: Action) -> Value:
    """An action's title as people wrote it; where it has none, that of the library, else its code."""
    return Words(action.title) if action.title else _text(action, TITLE) or Verbatim(action.id)


def indicator_of(action: Action) -> Words | Term | None:
    """An action's indicator as people wrote it, else that of the library."""
    return Words(action.indicator) if action.indicator else _text(action, INDICATOR)


def description_of(action: Action) -> tuple[Block[Planned], ...]:
    """What is printed where nobody wrote a description."""
    text = _text(action, DESCRIPTION)
    return (Paragraph((text,)),) if text else ()


def has_description(subject: Subject, action: Action) -> bool:
    """Whether somebody described the action, in any language."""
    return any(text.strip() for text in subject.municipality.texts.get(f"action.{action.id}.description", {}).values())


def mark(subject: Subject, action: Action) -> Line:
    """Says on the card which of its texts are those of the library; nothing where all are the action's own."""
    if not action.library:
        return ()
    has_title, described = bool(action.title), has_description(subject, action)
    if has_title and described:
        return ()
    if has_title:
        return (msg("The description is text of the action library."),)
    return (msg("The title is text of the action library."),) if described else (_BOTH,)


_BOTH: Message = msg("Title and description are text of the action library.")


def indicator_note(actions: tuple[Action, ...]) -> Message | None:
    """Says which actions have the library's indicator."""
    those = [a.id for a in actions if a.library and not a.indicator]
    if not those:
        return None
    return nmsg(
        "The indicator of {actions} is text of the action library.",
        "The indicators of {actions} are text of the action library.",
        n=len(those), actions=Several(tuple(map(Verbatim, those))),
    )  # fmt: skip


def _text(action: Action, form: str) -> Term | None:
    return Term(f"library.{action.library}", form) if action.library else None
