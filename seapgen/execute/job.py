"""A render job: everything that goes into one file, and nothing else, so that any process can do it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from seapgen import __version__
from seapgen.execute.key import job_key, renderer_version
from seapgen.execute.plan import Planned
from seapgen.model.artifact import Artifact, Format, Sibling
from seapgen.model.document import Localised
from seapgen.model.outfit import Outfit
from seapgen.model.theme import Theme


@dataclass(frozen=True, slots=True)
class Job:
    """A document to be rendered in a format; `key` is the SHA-256 of all that matters to the result."""

    planned: Planned
    format: Format
    document: Localised
    theme: Theme
    stationery: Outfit
    siblings: tuple[Sibling, ...]
    key: str
    office: str = ""  # the version of LibreOffice that is to find the pages of a contents list; empty: no page numbers

    @property
    def path(self) -> str:
        """Where the file goes, relative to the output folder."""
        return self.planned.path(self.format)

    def artifact(self, content: bytes) -> Artifact:
        """The finished file."""
        about = self.planned
        return Artifact(self.path, content, about.product, about.scope, about.language, self.format, self.key)


def jobs(
    planned: Planned, document: Localised, theme: Theme, stationery: Outfit, siblings: tuple[Sibling, ...], office: str = ""
) -> tuple[Job, ...]:
    """The jobs of a document, one for each format; a key counts only what its format uses, files by what is in them."""
    drawn = job_key(document, theme, __version__, renderer_version())
    faces = [(f.family, f.weight, f.is_italic, Path(f.path).read_bytes()) for f in stationery.faces]
    used: dict[Format, object] = {
        "docx": (Path(stationery.stationery).read_bytes(), stationery.texts, office) if "docx" in planned.formats else (),
        "pdf": faces,
        "html": (siblings, faces),
    }
    return tuple(
        Job(
            planned,
            format_,
            document,
            theme,
            stationery,
            siblings,
            job_key(drawn, format_, used[format_]),
            office if format_ == "docx" else "",
        )
        for format_ in planned.formats
    )
