"""The second half of prose: an outline meets a language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from seapgen.model.document import Document
from seapgen.model.finding import Finding
from seapgen.model.inline import Inline, Planned
from seapgen.model.language import Language
from seapgen.model.message import Figure


@dataclass(frozen=True, slots=True)
class Localisation:
    """A document in one language, with what was printed in another one or as it was written."""

    document: Document[Inline]
    findings: tuple[Finding, ...]


def localised(
    document: Document[Planned],
    language: Language,
    *,
    draft: bool = False,
    reference: Language | None = None,
    figures: Mapping[str, Figure] | None = None,
) -> Localisation:
    """The outline in the words of one language; `figures` are those that people's texts may link to (`figure:` + key).

    In a draft, what is missing is printed in the `reference` language, marked, and listed in the findings.
    """
    raise NotImplementedError
