"""The programme with what one document shows: the outlines around its group."""

from __future__ import annotations

from dataclasses import replace

from seapgen import resources
from seapgen.intake.outlines import read_outlines
from seapgen.model.gallery import Gallery
from seapgen.model.municipality import Municipality
from seapgen.model.outlines import Outlines, around
from seapgen.model.programme import Programme
from seapgen.study import Study


def illustrated(about: Study, municipality: str) -> Programme:
    """The programme with the gallery of one municipality."""
    programme = about.programme
    found = programme.municipality(municipality)
    return replace(programme, gallery=Gallery({}, _outlines(programme, found) if found else None))


def _outlines(programme: Programme, municipality: Municipality) -> Outlines | None:
    """Around all members of the group whose location is known; None where there are none, so that nothing is read."""
    group = municipality.head.group
    places = [m.head.location for m in programme.municipalities if group and m.head.group == group and m.head.location]
    return read_outlines(resources.data(), around([(p.lon, p.lat) for p in places])) if len(places) > 1 else None
