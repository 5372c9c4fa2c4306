"""A programme folder, read whole: everything that can be used, and everything that is wrong, in one run."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from seapgen import resources
from seapgen.intake.agencies import read_agency
from seapgen.intake.archive import Archive
from seapgen.intake.desk import Desk
from seapgen.intake.factor_set import read_factor_set
from seapgen.intake.groups import group_problems
from seapgen.intake.languages import Languages, prose_problems, spoken, text_problems, unsupported
from seapgen.intake.links import Known, municipality_links, programme_links
from seapgen.intake.pictures import owner_problems, picture_problems
from seapgen.intake.plausible import beyond_measure
from seapgen.intake.rules import LoadRule
from seapgen.intake.shelf import Shelf, read_shelf
from seapgen.intake.years import group_years
from seapgen.model.factors import FactorSet
from seapgen.model.finding import Finding
from seapgen.model.programme import Accepted, Image, Programme, ProgrammeHead
from seapgen.model.sections import GROUP_SECTIONS, PUBLICATION_SECTIONS, RDA_SECTIONS, sections_for
from seapgen.model.source import Source

HEAD, ACCEPTED, IMAGES = "programme.yaml", "accepted.yaml", "images.yaml"
MUNICIPALITIES, AGENCIES, FACTOR_SETS = "municipalities", "agencies", "factor_sets"
_LOOKS_LIKE_DATA = (".yaml", ".yml", ".csv")


@dataclass(frozen=True, slots=True)
class Loaded:
    """A programme as far as it could be read, and all that was found; no programme where its head is missing or broken."""

    programme: Programme | None
    findings: tuple[Finding, ...]


def load_programme(folder: Path, archive: Archive | None = None) -> Loaded:
    """Read a programme folder, returns perhaps from an archive. Bad input never raises: it is found, with its place."""
    desk, archive = Desk(folder), archive or Archive()
    if not desk.has(HEAD):
        desk.report([LoadRule.FILE_MISSING.at(Source(HEAD))])
    head = desk.noun(HEAD, ProgrammeHead)
    languages = head.languages if head else ()
    accepted, images = desk.nouns(ACCEPTED, Accepted), desk.nouns(IMAGES, Image)
    desk.report(picture_problems(desk, head, images))
    agencies = [read_agency(desk, path, languages) for path in desk.listing.subfolders(AGENCIES)]
    returns = [archive.read(desk, path, languages) for path in desk.listing.subfolders(MUNICIPALITIES)]
    shelf = _prose(desk, head)
    own_sets = _factor_sets(desk)
    _strangers(desk)
    if head is None:
        return Loaded(None, desk.findings)
    programme = Programme(
        head, tuple(m for m in returns if m), tuple(a for a, _ in agencies if a), tuple(c for _, c in agencies if c),
        accepted, images, shelf.texts, own_sets, desk.files,
    )  # fmt: skip
    _judge(desk, programme, shelf)
    return Loaded(programme, desk.findings)


def _prose(desk: Desk, head: ProgrammeHead | None) -> Shelf:
    """The shared prose: of groups, agencies and the publication."""
    groups = sections_for(GROUP_SECTIONS, (g.id for g in head.groups) if head else ())
    agencies = (path.rpartition("/")[2] for path in desk.listing.subfolders(AGENCIES))
    known = (*groups, *PUBLICATION_SECTIONS, *sections_for(RDA_SECTIONS, agencies))
    return read_shelf(desk, "", known, head.languages if head else ())


def _factor_sets(desk: Desk) -> tuple[FactorSet, ...]:
    """The programme's own factor sets."""
    made: list[FactorSet] = []
    for path in desk.listing.inside(FACTOR_SETS):
        if path.endswith(".csv") and (text := desk.text(path)) is not None:
            one, findings = read_factor_set(text, path)
            desk.report(findings)
            made += [one] if one else []
    return tuple(made)


def official_sets() -> tuple[str, ...]:
    """The ids of the factor sets that are shipped; a file is named after its set."""
    return tuple(sorted(path.stem for path in (resources.data() / FACTOR_SETS).glob("*.csv")))


def _strangers(desk: Desk) -> None:
    """Data files beside `programme.yaml` that nobody reads."""
    for path in desk.listing.inside(""):
        if path not in desk.files and path.endswith(_LOOKS_LIKE_DATA):
            names = ", ".join((HEAD, ACCEPTED, IMAGES, "prose.<lang>.md"))
            desk.report([LoadRule.FILE_UNKNOWN.at(Source(path), names=names)])


def _judge(desk: Desk, programme: Programme, shelf: Shelf) -> None:
    """What the parts of a programme say against each other."""
    head = programme.head
    folders = desk.listing.subfolders
    own_sets = [path.rpartition("/")[2].removesuffix(".csv") for path in desk.listing.inside(FACTOR_SETS)]
    known = Known(
        {path.rpartition("/")[2] for path in folders(MUNICIPALITIES)} | {m.id for m in programme.municipalities},
        {path.rpartition("/")[2] for path in folders(AGENCIES)} | {a.id for a in programme.agencies},
        {*official_sets(), *own_sets},
    )  # fmt: skip
    desk.report(programme_links(programme, known))
    desk.report(group_problems(programme))
    desk.report(owner_problems(programme, known.municipalities))
    for municipality in programme.municipalities:
        desk.report(municipality_links(municipality, head, known))
    desk.report(beyond_measure(head))
    desk.report(unsupported(head, head.languages))
    languages = Languages(head.languages, head.languages)
    desk.report(text_problems(head, languages))
    for each in programme.accepted:
        owner = programme.municipality(each.municipality or "")
        desk.report(text_problems(each, languages.of(owner.head.languages) if owner else languages))
    for image in programme.images:
        desk.report(text_problems(image, languages.of(_viewers(programme, image))))
    for group in head.groups:
        desk.report(spoken(group, head.languages))
        desk.report(group_years(group))
    for name in shelf.texts:
        only = {name: shelf.texts[name]}
        desk.report(prose_problems(only, shelf.places, languages.of(_readers(programme, name))))


def _viewers(programme: Programme, image: Image) -> tuple[str, ...]:
    """The languages in which a picture is printed."""
    owner, group = programme.municipality(image.owner), programme.group(image.group)
    return owner.head.languages if owner else group.languages if group else programme.head.languages


def _readers(programme: Programme, section: str) -> tuple[str, ...]:
    """The languages in which a section of the shared prose is printed."""
    family, _, rest = section.partition(".")
    owner = rest.partition(".")[0]
    part = programme.group(owner) if family == "group" else programme.agency(owner) if family == "rda" else None
    return part.languages if part else programme.head.languages
