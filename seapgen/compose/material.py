"""What a chapter may draw on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from seapgen.model.document import Block
from seapgen.model.inline import Planned
from seapgen.model.programme import Texts


@dataclass(frozen=True, slots=True)
class Material:
    """Views by name (frozen objects), people's texts by section id and language, pieces (tables, charts, cards) by name.

    A piece with no blocks prints nothing; a name that is not here is refused.
    """

    views: Mapping[str, object] = field(default_factory=dict)
    texts: Texts = field(default_factory=dict)
    pieces: Mapping[str, tuple[Block[Planned], ...]] = field(default_factory=dict)
