"""A report as one self-contained HTML file: the frame, style and script that all reports share around their own body."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from seapgen.model.report import Said
from seapgen.model.theme import Theme
from seapgen.render.web.assets import icon, policy, script, style
from seapgen.render.web.macros import write


@dataclass(frozen=True, slots=True)
class Leaf:
    """A body with what stands in the head of its page; `sheet`, `scripts` and `rules` are ours, not data."""

    body: Markup
    tag: str
    title: Said
    programme: Said
    sheet: str
    scripts: tuple[str, ...] = ()
    rules: str = ""  # made for this page


def render_leaf(leaf: Leaf, theme: Theme) -> bytes:
    """The page as UTF-8: nothing is fetched, everything works without script."""
    shown = Markup(style(theme, frozenset(leaf.body), sheets=("page.css", "leaf.css", leaf.sheet)) + leaf.rules)
    behaviour = Markup(script("leaf.js", *leaf.scripts))
    page = write(
        "leaf.html", "page", tag=leaf.tag, title=leaf.title, programme=leaf.programme, body=leaf.body,
        policy=policy(shown, behaviour), icon=icon(theme), style=shown, script=behaviour,
    )  # fmt: skip
    return page.strip().encode("utf-8")
