"""What documents are made with: chapter files, theme, fonts and stationery, the agency's own before those of the house."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from seapgen import resources
from seapgen.intake.guards.folder import read_text
from seapgen.intake.guards.fonts import LARGEST_FONT, read_font
from seapgen.intake.own_texts import FILE as TEXTS
from seapgen.intake.own_texts import own_texts
from seapgen.intake.rules import LoadRule
from seapgen.intake.shells import chapter_order
from seapgen.intake.theme import load_theme
from seapgen.model.errors import BrokenTemplateError
from seapgen.model.finding import Finding
from seapgen.model.outfit import NO_TEXTS, Face, Outfit, OwnTexts
from seapgen.model.shell import HOUSE_ORDER, ChapterOrder
from seapgen.model.source import Source
from seapgen.model.theme import Theme

STATIONERY = "default.docx"  # for every product that has none of its own
FONTS, FONT_FILES = "fonts", (".ttf", ".otf", ".ttc", ".otc", ".woff", ".woff2")  # collections are named, then refused


@dataclass(frozen=True, slots=True)
class Templates:
    """`chapters` are (file name, text) in the order of their names; `order` is that of the stationery's marks.

    `stationery` has no texts yet: they come with a language, from `own`.
    """

    chapters: tuple[tuple[str, str], ...]
    theme: Theme
    stationery: Outfit
    order: ChapterOrder = HOUSE_ORDER
    own: OwnTexts = NO_TEXTS


def load_templates(product: str, programme: Path, agency: str | None) -> Templates:
    """The templates of a product for an agency of a programme. Raises BrokenTemplateError with all findings."""
    templates, findings = read_templates(product, programme, agency)
    if findings:
        raise BrokenTemplateError(findings)
    return templates


def read_templates(product: str, programme: Path, agency: str | None) -> tuple[Templates, tuple[Finding, ...]]:
    """The templates as far as they can be read, the house's theme where the agency's has flaws, and all that is wrong."""
    places = _places(programme, agency)
    shell = _shell(places, product)
    own, flaws = own_texts(shell.parent, _called(shell.with_name(TEXTS), programme))
    faces, unusable = _faces(places[0] / FONTS, programme) if agency else ((), ())
    theme, weak = _theme(places, programme, [f.family for f in faces])
    chapters, unread = _chapters(places, product)
    name = _called(shell, programme)
    outfit = Outfit(str(shell), name, {}, tuple(f for f in faces if f.family in theme.fonts))
    found = (*flaws, *unusable, *weak, *unread)
    return Templates(chapters, theme, outfit, chapter_order(shell, name), own), found


def _theme(places: Sequence[Path], programme: Path, families: Sequence[str]) -> tuple[Theme, tuple[Finding, ...]]:
    """The theme of the nearest files; the house's where they have flaws."""
    paths = [p for p in reversed([place / "theme.toml" for place in places]) if p.is_file()]
    try:
        return load_theme(paths, [_called(p, programme) for p in paths], families), ()
    except BrokenTemplateError as error:
        if len(paths) == 1:
            raise
        return load_theme(paths[:1]), error.findings


def _shell(places: Sequence[Path], product: str) -> Path:
    """The stationery of a product: the nearest one, the product's own before the one for all."""
    shells = (place / "stationery" / name for place in places for name in (f"{product}.docx", STATIONERY))
    return next((p for p in shells if p.is_file()), places[-1] / "stationery" / STATIONERY)


def _called(path: Path, programme: Path) -> str:
    """How findings call a file: by its path inside the programme, or inside the house's templates."""
    for root, before in ((programme, ""), (resources.folder("templates"), "templates/")):
        if path.is_relative_to(root):
            return before + path.relative_to(root).as_posix()
    return path.name


def _faces(folder: Path, programme: Path) -> tuple[tuple[Face, ...], tuple[Finding, ...]]:
    """The font files of an agency, and those that cannot be used."""
    faces, findings = [], []
    for path in sorted(p for p in folder.glob("*") if p.suffix.lower() in FONT_FILES):
        font = read_font(folder, path.name)
        if font is None or not font.may_be_embedded:
            findings.append(LoadRule.FONT_UNUSABLE.at(Source(_called(path, programme)), "", str(LARGEST_FONT)))
        else:
            faces.append(Face(font.family, font.weight, font.is_italic, str(path)))
    return tuple(faces), tuple(findings)


def _places(programme: Path, agency: str | None) -> tuple[Path, ...]:
    """Where templates may lie, the nearest first."""
    house = resources.folder("templates")
    return (programme / "agencies" / agency, house) if agency else (house,)


def _chapters(places: Sequence[Path], product: str) -> tuple[tuple[tuple[str, str], ...], tuple[Finding, ...]]:
    """Each chapter of the house, in the agency's wording where it has one, and the agency's own chapters."""
    files: dict[str, Path] = {}
    for place in reversed(places):
        files |= {p.name: place for p in (place / "chapters" / product).glob("*.md")}
    chapters: list[tuple[str, str]] = []
    unread: list[Finding] = []
    for name in sorted(files):
        path = f"chapters/{product}/{name}"
        text, findings = read_text(files[name], path)
        unread += findings
        chapters += [] if text is None else [(path, text)]
    return tuple(chapters), tuple(unread)
