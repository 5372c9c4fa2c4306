"""The theme that ships, read straight from its file."""

from __future__ import annotations

import tomllib

from seapgen import resources
from seapgen.model.theme import Theme


def default_theme() -> Theme:
    """The tokens of `templates/theme.toml`."""
    table = tomllib.loads((resources.folder("templates") / "theme.toml").read_text(encoding="utf-8"))
    return Theme(table["colours"], tuple(table["fonts"]["text"]), table["fonts"]["fallback"])
