"""What a chapter calls while it is rendered; everything that is to be printed is held and leaves one letter."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Literal

from jinja2 import pass_context
from jinja2.runtime import Context, Undefined

from seapgen.compose.faults import ChapterFault
from seapgen.compose.held import Boundary, Desk, Letter, OwnPlace, Piece
from seapgen.compose.material import Material
from seapgen.model.message import (
    Figure,
    Message,
    NoteMark,
    Place,
    Reference,
    Several,
    Term,
    Value,
    Verbatim,
    Words,
    msg,
)

DESK = "#desk"  # no name of the chapter language, so no chapter can reach it


def names(material: Material, desk: Desk) -> dict[str, object]:
    """Everything a chapter can name: its views, and the functions."""
    functions: dict[str, Callable[[str], object]] = {
        "has_text": lambda section: _has_text(material, section),
        "text": lambda section: desk.alone(OwnPlace(section)) if _has_text(material, section) else Letter(""),
        "table": lambda name: desk.alone(_piece(material, name)),
        "chart": lambda name: desk.alone(_piece(material, name)),
        "keyfigures": lambda name: desk.alone(_piece(material, name)),
        "cards": lambda name: desk.alone(_piece(material, name)),
        "ref": Reference,
        "note": desk.note,
    }
    return {**material.views, **functions, DESK: desk}


FUNCTIONS = frozenset(names(Material(), Desk())) - {DESK}


def _piece(material: Material, name: str) -> Piece:
    """A piece by its name; refused here, where the line of the chapter file is known."""
    if name not in material.pieces:
        known = ", ".join(sorted(material.pieces)) or "–"
        raise ChapterFault("T3", msg("There is no piece called “{name}”.", name=name), msg("There are: {known}.", known=known))
    return Piece(name)


def say(context: Context, message: Message, values: Mapping[str, object]) -> Letter:
    """Hold a sentence with its values."""
    bound = tuple(sorted((name, value_of(value, name)) for name, value in values.items()))
    count = _count(dict(bound)["n"]) if message.plural is not None else 0
    return _desk(context).hold(Message(message.text, message.plural, message.context, count, bound))


def own_place(context: Context, section: str, title: Message | None) -> Letter:
    """Hold the place of people's own text."""
    return _desk(context).alone(OwnPlace(section, title))


def boundary(
    context: Context, kind: Literal["section", "lead", "callout"], id_: str = "", title: Message | None = None, *, opens: bool
) -> Letter:
    """Hold the beginning or end of a frame."""
    return _desk(context).alone(Boundary(kind, opens, id_, title))


@pass_context
def finalize(context: Context, value: object) -> str:
    """Every `{{ }}` ends here and leaves one letter."""
    return value if isinstance(value, Letter) else _desk(context).hold(value_of(value, ""))


def value_of(value: object, name: str) -> Value:
    """A value that may be printed. A bare string is letters; a bare number, a truth value or None is refused."""
    if isinstance(value, Undefined):
        str(value)  # StrictUndefined answers with its error
    if type(value) is str:  # not an enumeration's word, which would print untranslated
        return Verbatim(value)
    if isinstance(value, Figure | Term | Several | Place | Words | Verbatim | Reference | NoteMark | Message):
        return value
    raise ChapterFault(
        "T2",
        msg(
            "{value} cannot be printed ({name}): a number needs a unit and an id, a word a term.",
            value=repr(value), name=name or "{{ }}",
        ),
        msg("Give the chapter a Figure, a Term or another value of the model."),
    )  # fmt: skip


def _count(value: Value) -> int:
    """The whole number that chooses a plural."""
    number = value.value if isinstance(value, Figure) else Decimal(len(value)) if isinstance(value, Several) else None
    if not isinstance(number, Decimal) or number != int(number):
        raise ChapterFault("T2", msg("The count of a plural is no whole number."), msg("Give it a Figure of whole things as n."))
    return int(number)


def _has_text(material: Material, section: str) -> bool:
    """Whether any language has the text, so that the structure is the same in all."""
    return any(text.strip() for text in material.text(section).values())


def _desk(context: Context) -> Desk:
    desk = context[DESK]
    assert isinstance(desk, Desk)
    return desk
