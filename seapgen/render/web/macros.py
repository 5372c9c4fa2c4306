"""The HTML of the page lies in Jinja templates; this is the only way to them."""

from __future__ import annotations

from functools import cache

from jinja2 import FileSystemLoader, StrictUndefined
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup

from seapgen import resources


@cache
def environment() -> SandboxedEnvironment:
    """Templates of ours over data of others: everything is escaped, a missing value is an error."""
    return SandboxedEnvironment(
        loader=FileSystemLoader(resources.folder("templates") / "web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
        auto_reload=False,  # else every macro asks the disk whether its file is still the same
    )


def write(template: str, macro: str, **values: object) -> Markup:
    """A macro's HTML. Values that are no `Markup` come out as text."""
    html = getattr(environment().get_template(template).module, macro)(**values)
    if not isinstance(html, Markup):
        raise TypeError(f"the macro {macro} of {template} is not escaped")
    return html
