"""Lists in a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from babel.lists import format_list

from seapgen.localise.profiles import Profile


def listed(parts: Sequence[str], profile: Profile) -> str:
    """`A, B and C`; nothing where there is nothing."""
    return format_list(list(parts), locale=profile.locale) if parts else ""
