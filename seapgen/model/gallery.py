"""What a document may show beside its charts: pictures that people handed in, and the outlines that maps are drawn on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from seapgen.model.document import Image
from seapgen.model.outlines import Outlines


@dataclass(frozen=True, slots=True)
class Gallery:
    """Pictures by the file they come from, safe to print; outlines around the group, or None where it has no map."""

    pictures: Mapping[str, Image] = field(default_factory=dict)
    outlines: Outlines | None = None


EMPTY_GALLERY = Gallery()
