"""What documents are made with: chapter files, theme and stationery, the agency's own before those of the house."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from seapgen import resources
from seapgen.intake.guards.folder import read_text
from seapgen.intake.theme import load_theme
from seapgen.model.errors import BrokenTemplateError
from seapgen.model.theme import Theme

STATIONERY = "default.docx"  # for every product that has none of its own


@dataclass(frozen=True, slots=True)
class Templates:
    """`chapters` are (file name, text) in the order of their names; `stationery` is a Word file."""

    chapters: tuple[tuple[str, str], ...]
    theme: Theme
    stationery: Path


def load_templates(product: str, programme: Path, agency: str | None) -> Templates:
    """The templates of a product for an agency of a programme. Raises BrokenTemplateError."""
    places = _places(programme, agency)
    themes = [p for p in reversed([place / "theme.toml" for place in places]) if p.is_file()]
    shells = (place / "stationery" / name for place in places for name in (f"{product}.docx", STATIONERY))
    stationery = next((p for p in shells if p.is_file()), places[-1] / "stationery" / STATIONERY)
    return Templates(tuple(_chapters(places, product)), load_theme(themes), stationery)


def _places(programme: Path, agency: str | None) -> tuple[Path, ...]:
    """Where templates may lie, the nearest first."""
    house = resources.folder("templates")
    return (programme / "agencies" / agency, house) if agency else (house,)


def _chapters(places: tuple[Path, ...], product: str) -> Iterator[tuple[str, str]]:
    """Each chapter of the house, in the agency's wording where it has one, and the agency's own chapters."""
    files: dict[str, Path] = {}
    for place in reversed(places):
        files |= {p.name: place for p in (place / "chapters" / product).glob("*.md")}
    for name in sorted(files):
        path = f"chapters/{product}/{name}"
        text, findings = read_text(files[name], path)
        if text is None or findings:
            raise BrokenTemplateError(findings)
        yield path, text
