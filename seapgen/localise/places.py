"""Names of municipalities: stored forms as they stand, else a pattern in which nothing is inflected."""

from __future__ import annotations

from seapgen.localise.terms import PLACE_PATTERNS, Terms, pick
from seapgen.model.message import Place


def place_name(place: Place, form: str, terms: Terms) -> str:
    """The name in a form: what the municipality stored for this language, else the language's pattern for foreign names."""
    name = place.name.get(terms.language) or place.name.get("en") or next(iter(sorted(place.name.values())), "")
    patterns = terms.groups[PLACE_PATTERNS]["pattern"]
    forms = {key: text.replace("{name}", name).replace("{country}", place.country) for key, text in patterns.items()}
    own = place.forms.get(terms.language, {})
    return pick({**forms, "name": name, **own}, form or place.form, name, terms.language)
