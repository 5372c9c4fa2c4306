"""Dates in words, as the language writes them."""

from __future__ import annotations

from datetime import date

from babel.dates import format_date

from seapgen.localise.profiles import NBSP, Profile


def dated(day: date, profile: Profile) -> str:
    """`18 March 2013`, `18 marzo 2013`, `2013. március 18.`; it does not break at a line end."""
    text = format_date(day, "long", locale=profile.locale).replace(" ", NBSP)
    return f"{text}{NBSP}r." if profile.code == "pl" else text  # CLDR leaves out the word for year that Polish needs
