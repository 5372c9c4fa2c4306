"""A document as one accessible HTML file: style, script, fonts and pictures lie inside, nothing is fetched."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from seapgen.model.artifact import Sibling
from seapgen.model.document import Localised
from seapgen.model.outfit import Face
from seapgen.model.theme import Theme
from seapgen.render.web.assets import icon, policy, script, style
from seapgen.render.web.figures import data_uri
from seapgen.render.web.fonts import letters
from seapgen.render.web.macros import environment
from seapgen.render.web.page import page


def render_web(document: Localised, theme: Theme, siblings: Sequence[Sibling] = (), own: Sequence[Face] = ()) -> bytes:
    """The page as UTF-8. `siblings` are the same document in other formats and languages, linked from the cover; `own` are
    font files of the agency.

    Raises ValueError where ids of the tree are not unique or a reference leads to nothing.
    """
    look, behaviour = style(theme, letters(document, siblings), own), script()
    html = environment().get_template("page.html").render(
        page=page(document, siblings),
        policy=policy(look, behaviour),
        style=Markup(look),  # ours: the stylesheet, the theme's checked colours, the fonts
        script=Markup(behaviour),  # ours: the script beside the templates
        icon=icon(theme),
        logo=data_uri(theme.logo_png) if theme.logo_png else "",
    )  # fmt: skip
    return html.encode("utf-8")
