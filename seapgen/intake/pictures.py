"""What `images.yaml` describes: is it there, is it safe, and is every logo of the funding line described?"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from seapgen.intake.desk import Desk
from seapgen.intake.guards.paths import is_inside
from seapgen.intake.guards.pictures import picture_flaw
from seapgen.intake.repeats import repeats
from seapgen.intake.rules import LoadRule
from seapgen.model.finding import Finding
from seapgen.model.noun import Noun
from seapgen.model.programme import Image, Programme, ProgrammeHead

OWNED = frozenset({"crest", "map", "figure"})  # roles that are printed for their owner only
ALONE = frozenset({"crest", "cover"})  # roles of which a document shows one


def picture_problems(desk: Desk, head: ProgrammeHead | None, images: Iterable[Image]) -> Iterator[Finding]:
    """Findings of all pictures; those that are there are noted as input."""
    described = tuple(images)
    yield from repeats(described, lambda i: i.file, "file", LoadRule.ID_TWICE)
    for image in described:
        yield from _of_owner(image, (*_terms(image), *_there(desk, image, "file", image.file)))
    if head is None or head.funding is None:
        return
    for number, logo in enumerate(head.funding.logos):
        if logo not in [image.file for image in described]:
            yield LoadRule.PICTURE_UNDESCRIBED.at(head.funding.at(f"logos.{number}"), logo, file=logo)


def owner_problems(programme: Programme, municipalities: Collection[str]) -> Iterator[Finding]:
    """Pictures of nobody, of somebody who is not there, and two of a kind of which a document shows one."""
    groups = [group.id for group in programme.head.groups]
    first: dict[tuple[str, str, str | None], str] = {}
    for image in programme.images:
        for field, named, known in (("municipality", image.municipality, municipalities), ("group", image.group, groups)):
            if named is not None and named not in known:
                names = ", ".join(sorted(known)) or "–"
                yield LoadRule.UNKNOWN_ID.at(image.at(field), named, name=field, id=named, names=names)
        if image.role in OWNED and not image.owner and image.group is None:
            yield LoadRule.PICTURE_OWNER.at(image.at("file"), image.file, file=image.file)
        home = programme.municipality(image.home)
        if home and (image.owner not in ("", home.id) or image.group not in (None, home.head.group) or image.role == "logo"):
            yield LoadRule.PICTURE_ELSEWHERE.at(image.at("file"), image.file, file=image.file, id=home.id)
        kept = first.setdefault((image.role, image.owner, image.group), image.file)
        if image.role in ALONE and kept != image.file:
            yield LoadRule.PICTURE_SECOND.at(image.at("role"), image.role, file=image.file, role=image.role, first=kept)


def _of_owner(image: Image, findings: Iterable[Finding]) -> Iterator[Finding]:
    """What is wrong with a municipality's picture stops its documents, not those of others."""
    return (replace(finding, municipality=finding.municipality or image.owner) for finding in findings)


def _terms(image: Image) -> Iterator[Finding]:
    for field, said in (("alt", "".join(image.alt.values())), ("credit", image.credit), ("licence", image.licence)):
        if not said.strip():
            yield LoadRule.PICTURE_TERMS.at(image.at(field), name=field, file=image.file)


def _there(desk: Desk, noun: Noun, field: str, file: str) -> Iterator[Finding]:
    if not is_inside(file):
        yield LoadRule.UNSAFE_PATH.at(noun.at(field), file, path=file)
    elif not desk.has(file):
        yield LoadRule.PICTURE_MISSING.at(noun.at(field), file, file=file)
    else:
        desk.note(file)
        desk.pictures.add(file)
        yield from picture_flaw(desk.root, file, noun.at(field))
