"""Which of the documents that an order asks for can be written: there is a catalogue for their language."""

from __future__ import annotations

from collections.abc import Sequence

from seapgen.execute.plan import Planned
from seapgen.intake.languages import without_catalogue
from seapgen.localise.language import available
from seapgen.model.finding import Finding
from seapgen.model.programme import Programme


def speakable(programme: Programme, documents: Sequence[Planned]) -> tuple[tuple[Planned, ...], tuple[Finding, ...]]:
    """The documents whose language has a catalogue, and a finding for each language that has none."""
    known = available()
    mute = without_catalogue(programme, {d.language for d in documents}, known)
    return tuple(d for d in documents if d.language in known), tuple(mute)
