"""The status of a programme as one accessible HTML file in the look of the plans."""

from __future__ import annotations

from seapgen.model.status_page import StatusPage
from seapgen.model.theme import Theme
from seapgen.render.web.leaf import Leaf, render_leaf
from seapgen.render.web.macros import write


def render_status(page: StatusPage, theme: Theme) -> bytes:
    """The page as UTF-8."""
    body = write("status.html", "body", page=page)
    return render_leaf(Leaf(body, page.tag, page.title, page.programme, "status.css"), theme)
