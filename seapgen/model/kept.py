"""What is kept of a return from one build to the next."""

from __future__ import annotations

from dataclasses import dataclass

from seapgen.model.finding import Finding


@dataclass(frozen=True, slots=True)
class KeptReturn:
    """A return as it was read: its nouns with their places as JSON, what was found, and the files that were opened."""

    content: str
    findings: tuple[Finding, ...]
    files: tuple[str, ...]
