"""All seven languages of the project, catalogue or not: their rows of the printing table."""

from __future__ import annotations

from decimal import Decimal

from seapgen import resources
from seapgen.localise.numbers import printed
from seapgen.localise.profiles import Profile, profiles
from seapgen.model.inline import FigureInline, Role
from seapgen.model.message import Figure, Scale
from seapgen.model.units import Unit

LANGUAGES = ("en", "it", "el", "pl", "sv", "hu", "hr")


def row(language: str) -> Profile:
    """One row of the table."""
    return profiles(resources.folder("locales"))[language]


def shown(value: str, unit: Unit, language: str = "en", *, form: str = "", role: Role = "text", scale: Scale = "") -> str:
    """A value as printed, with plain spaces for those that do not break."""
    return inline(value, unit, language, form=form, role=role, scale=scale).text.replace("\u00a0", " ")


def inline(
    value: str, unit: Unit, language: str = "en", *, form: str = "", role: Role = "text", scale: Scale = ""
) -> FigureInline:
    """A value as a figure of the document."""
    return printed(Figure("f", Decimal(value), unit, scale=scale), row(language), form, role)
