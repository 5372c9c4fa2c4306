"""The programme with what one document shows: its pictures, safe to print, and the outlines around its group."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from seapgen import resources
from seapgen.intake.guards.pictures import read_picture
from seapgen.intake.outlines import read_outlines
from seapgen.model.chosen_pictures import chosen_pictures
from seapgen.model.document import Image as Picture
from seapgen.model.gallery import Gallery
from seapgen.model.municipality import Municipality
from seapgen.model.outlines import Outlines, around
from seapgen.model.programme import Image, Programme
from seapgen.study import Study


def illustrated(about: Study, municipality: str) -> Programme:
    """The programme with the gallery of one municipality. What is wrong with a picture was found when the programme was read."""
    programme = about.programme
    found = programme.municipality(municipality)
    if found is None:
        return programme
    made = {image.file: _printable(about.folder, image) for image in chosen_pictures(programme, found)}
    pictures = {file: picture for file, picture in made.items() if picture is not None}
    return replace(programme, gallery=Gallery(pictures, _outlines(programme, found)))


def _printable(folder: Path, image: Image) -> Picture | None:
    """The points of a picture, with whose they are and on what terms."""
    terms = f"{image.credit}, {image.licence}"
    picture, _ = read_picture(folder, image.file, image.at("file"), terms, is_photograph=image.role in ("cover", "figure", "map"))
    return picture


def _outlines(programme: Programme, municipality: Municipality) -> Outlines | None:
    """Around all members of the group whose location is known; None where there are none, so that nothing is read."""
    places = [m.head.location for m in programme.members(municipality.head.group or "") if m.head.location]
    return read_outlines(resources.data(), around([(p.lon, p.lat) for p in places])) if len(places) > 1 else None
