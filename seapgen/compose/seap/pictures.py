"""The pictures that people handed in, where a plan shows them: cover, profile, imprint."""

from __future__ import annotations

from seapgen.compose.seap.inventory_tables import Blocks
from seapgen.compose.seap.subject import Subject
from seapgen.model.chosen_pictures import ChosenPictures, chosen_pictures
from seapgen.model.document import Fact, FigureBlock, Picture
from seapgen.model.inline import Planned
from seapgen.model.message import Message, Verbatim, Words, msg
from seapgen.model.programme import Image


def crest(subject: Subject) -> Picture[Planned] | None:
    """The coat of arms."""
    return _picture(subject, _chosen(subject).crest)


def cover_photo(subject: Subject) -> Picture[Planned] | None:
    """The photograph of the cover."""
    return _picture(subject, _chosen(subject).cover)


def logos(subject: Subject) -> tuple[Picture[Planned], ...]:
    """The logos that the funding asks for."""
    found = (_picture(subject, logo) for logo in _chosen(subject).logos)
    return tuple(picture for picture in found if picture)


def figures(subject: Subject) -> Blocks:
    """Pictures and maps of the profile; one without caption is called what its alternative text says."""
    return tuple(
        FigureBlock[Planned](f"picture.{n}", (Words(image.caption or image.alt),), picture.alt, picture.image)
        for n, image in enumerate(_chosen(subject).shown, 1)
        if (picture := _picture(subject, image))
    )


def picture_credits(subject: Subject) -> tuple[Fact[Planned], ...]:
    """Whose the pictures outside the text are, and on what terms: for the imprint, as these have no caption."""
    chosen = _chosen(subject)
    found: list[Message] = []
    if picture := _picture(subject, chosen.cover):
        found.append(msg("Cover: {credit}", credit=picture.image.credit))
    if picture := _picture(subject, chosen.crest):
        found.append(msg("Coat of arms: {credit}", credit=picture.image.credit))
    line = [part for message in found for part in (message, Verbatim(" · "))][:-1]
    return (Fact[Planned]((msg("Pictures"),), tuple(line)),) if line else ()


def _chosen(subject: Subject) -> ChosenPictures:
    return chosen_pictures(subject.programme, subject.municipality)


def _picture(subject: Subject, image: Image | None) -> Picture[Planned] | None:
    """The picture as it can be printed; None where there is none."""
    found = subject.programme.gallery.pictures.get(image.file) if image else None
    return Picture[Planned](found, (Words(image.alt),)) if image and found else None
