"""A whole document as the JSON that the page template reads: a pure function."""

from __future__ import annotations

from seapgen.model.document import Localised
from seapgen.model.inline import CrossReference, plain, walk
from seapgen.model.parts import blocks_in
from seapgen.model.theme import Theme
from seapgen.render.pdf.blocks import Walk
from seapgen.render.pdf.json_value import Json
from seapgen.render.pdf.lines import Lines, Room, tongue
from seapgen.render.pdf.pictures import logo, stripe


def tree(document: Localised, theme: Theme) -> dict[str, Json]:
    """Everything that the template needs, in the order in which it is read."""
    wanted = frozenset(node.target for node in walk(document.blocks) if isinstance(node, CrossReference))
    known = frozenset(getattr(block, "id", "") for block in blocks_in(document)) - {""}
    there = Walk(Lines(known), theme, Room(language=document.tag.split("-", maxsplit=1)[0]), wanted)
    parts, issued = stripe(document.stripe, there.lines, there.room), document.issued
    return {
        **tongue(document.tag),
        "title": plain(document.title), "author": plain(document.author), "description": plain(document.description),
        "keywords": list(document.keywords), "date": {"year": issued.year, "month": issued.month, "day": issued.day},
        "running": there.lines.line(document.running, there.room), "footer": there.lines.line(document.footer, there.room),
        "labels": there.labels(document.labels),
        "stripe": {"parts": parts, "key": there.lines.line(document.labels.sectors_key, there.room)},
        "theme": {"colours": dict(theme.colours), "fonts": list(theme.fonts), "logo": logo(theme.logo_png)},
        "blocks": there.blocks(document.blocks),
    }  # fmt: skip
