"""A made-up language: English with accents and a third longer. What shows no accents has bypassed the catalogues."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from seapgen.localise.catalogue import SourceCatalogue
from seapgen.model.message import Message

_ACCENTS = str.maketrans("aceginorsuyzACEGINORSUYZ", "áçéğîñôřšúýžÁÇÉĞÎÑÔŘŠÚÝŽ")
_KEPT = re.compile(r"(\{\w+(?::\w+)?\}|\]\([^)]*\))")  # slots and addresses of links
_FILLING = " ôñé ţŵö ţĥřéé ƒôúř"
LONGER = 0.35


@dataclass(frozen=True, slots=True)
class PseudoCatalogue:
    """The source text, accented and stretched; slots, emphasis and end punctuation stay."""

    source: SourceCatalogue

    def wording(self, message: Message) -> str:
        """The English text in disguise."""
        return pseudo(self.source.wording(message))


def pseudo(text: str) -> str:
    """`Total {n}.` → `Ţôţáĺ {n} ôñé.`; markup and slots are untouched."""
    parts = _KEPT.split(text)
    accented = "".join(part if i % 2 else part.translate(_ACCENTS) for i, part in enumerate(parts))
    end = re.search(r"[.:;!?…”*)\]]*$", accented)
    at = end.start() if end else len(accented)
    wanted = round(len(text) * LONGER)
    filling = (_FILLING * (wanted // len(_FILLING) + 1))[:wanted].rstrip()
    return accented[:at] + filling + accented[at:]


def pseudo_terms(groups: Mapping[str, Mapping[str, Mapping[str, str]]]) -> dict[str, dict[str, dict[str, str]]]:
    """All terms of the source language in disguise; the patterns of places are left alone: names are data."""
    disguise = {"place": str}
    return {
        group: {name: {form: disguise.get(group, pseudo)(word) for form, word in forms.items()} for name, forms in names.items()}
        for group, names in groups.items()
    }


def pseudo_words(words: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """Counts in words in disguise."""
    return {form: tuple(map(pseudo, each)) for form, each in words.items()}
