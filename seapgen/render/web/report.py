"""The check report as one accessible HTML file in the look of the plans: nothing is fetched, everything works without script."""

from __future__ import annotations

from markupsafe import Markup

from seapgen.model.report import Report
from seapgen.model.theme import Theme
from seapgen.render.web.assets import icon, policy, script, style
from seapgen.render.web.macros import write

_TEMPLATE = "report.html"


def render_report(report: Report, theme: Theme) -> bytes:
    """The page as UTF-8."""
    body = write(_TEMPLATE, "body", report=report)
    shown = Markup(style(theme, frozenset(body), sheets=("page.css", "report.css")) + _choices(len(report.municipalities)))
    behaviour = Markup(script("report.js"))  # both are ours
    page = write(
        _TEMPLATE, "page", report=report, body=body, policy=policy(shown, behaviour), icon=icon(theme), style=shown,
        script=behaviour,
    )  # fmt: skip
    return page.strip().encode("utf-8")


def _choices(municipalities: int) -> str:
    """The rules that hide all municipalities but the chosen one: the first option of the list shows them all."""
    return "".join(
        f":root:has(#only option:nth-child({n + 1}):checked) .town:not(.t{n}){{display:none}}\n"
        for n in range(1, municipalities + 1)
    )
