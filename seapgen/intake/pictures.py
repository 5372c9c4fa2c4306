"""What `images.yaml` describes: is it there, is it safe, and is every logo of the funding line described?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from seapgen.intake.desk import Desk
from seapgen.intake.guards.paths import is_inside
from seapgen.intake.guards.pictures import picture_flaw
from seapgen.intake.repeats import repeats
from seapgen.intake.rules import LoadRule
from seapgen.model.finding import Finding
from seapgen.model.noun import Noun
from seapgen.model.programme import Image, ProgrammeHead


def picture_problems(desk: Desk, head: ProgrammeHead | None, images: Iterable[Image]) -> Iterator[Finding]:
    """Findings of all pictures; those that are there are noted as input."""
    described = tuple(images)
    yield from repeats(described, lambda i: i.file, "file", LoadRule.ID_TWICE)
    for image in described:
        yield from _there(desk, image, "file", image.file)
    if head is None or head.funding is None:
        return
    for number, logo in enumerate(head.funding.logos):
        if logo not in [image.file for image in described]:
            yield LoadRule.PICTURE_UNDESCRIBED.at(head.funding.at(f"logos.{number}"), logo, file=logo)


def _there(desk: Desk, noun: Noun, field: str, file: str) -> Iterator[Finding]:
    if not is_inside(file):
        yield LoadRule.UNSAFE_PATH.at(noun.at(field), file, path=file)
    elif not desk.has(file):
        yield LoadRule.PICTURE_MISSING.at(noun.at(field), file, file=file)
    else:
        desk.note(file)
        desk.pictures.add(file)
        yield from picture_flaw(desk.root, file, noun.at(field))
