"""Chapter files: the small, checked language that decides what is said."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CompiledChapter:
    """A chapter file that has been parsed, checked and compiled."""

    name: str


def compile_chapter(name: str, source: str) -> CompiledChapter:
    """Parse and check a chapter file; `name` is its path for findings. Raises BrokenTemplateError."""
    raise NotImplementedError
