"""Which pictures a plan shows: its municipality's, else its group's, and on the cover else the programme's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from seapgen.model.municipality import Municipality
from seapgen.model.programme import Image, Programme


@dataclass(frozen=True, slots=True)
class ChosenPictures:
    """The crest and the photo of the cover, pictures and maps of the profile, logos of the funding."""

    crest: Image | None
    cover: Image | None
    shown: tuple[Image, ...]
    logos: tuple[Image, ...]

    def __iter__(self) -> Iterator[Image]:
        yield from (image for image in (self.crest, self.cover) if image)
        yield from (*self.shown, *self.logos)


def chosen_pictures(programme: Programme, municipality: Municipality) -> ChosenPictures:
    """The pictures of a plan, in the order of `images.yaml`."""
    own = [i for i in programme.images if i.owner == municipality.id]
    group = [i for i in programme.images if not i.owner and i.group is not None and i.group == municipality.head.group]
    shared = [i for i in programme.images if not i.owner and i.group is None]
    funding = programme.head.funding.logos if programme.head.funding else ()
    return ChosenPictures(
        next((i for i in (*own, *group) if i.role == "crest"), None),
        next((i for i in (*own, *group, *shared) if i.role == "cover"), None),
        tuple(i for i in (*own, *group) if i.role in ("map", "figure")),
        tuple(i for i in programme.images if i.role == "logo" and i.file in funding),
    )
