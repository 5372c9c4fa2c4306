"""The check report as one accessible HTML file in the look of the plans: nothing is fetched, everything works without script."""

from __future__ import annotations

from seapgen.model.report import Report
from seapgen.model.theme import Theme
from seapgen.render.web.leaf import Leaf, render_leaf
from seapgen.render.web.macros import write


def render_report(report: Report, theme: Theme) -> bytes:
    """The page as UTF-8."""
    body, rules = write("report.html", "body", report=report), _choices(len(report.municipalities))
    leaf = Leaf(body, report.tag, report.title, report.programme, "report.css", ("report.js",), rules)
    return render_leaf(leaf, theme)


def _choices(municipalities: int) -> str:
    """The rules that hide all municipalities but the chosen one: the first option of the list shows them all."""
    return "".join(
        f":root:has(#only option:nth-child({n + 1}):checked) .town:not(.t{n}){{display:none}}\n"
        for n in range(1, municipalities + 1)
    )
