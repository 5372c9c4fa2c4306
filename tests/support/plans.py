"""A municipality's plan as a tree, from a programme folder; for tests that read what documents say."""

from __future__ import annotations

from pathlib import Path

from seapgen.compose.seap.compose import compose_seap, plan_seap
from seapgen.illustrations import illustrated
from seapgen.intake.templates import load_templates
from seapgen.localise.language import load_language
from seapgen.model.document import Localised
from seapgen.study import Study, study


def plan(folder: Path, municipality: str, language: str, *, draft: bool = True) -> Localised:
    """The tree of a draft plan in a language."""
    return composed(study(folder), municipality, language, draft=draft)


def composed(about: Study, municipality: str, language: str, *, draft: bool = True) -> Localised:
    """The same from a programme that has been studied already."""
    found = about.programme.municipality(municipality)
    chapters = load_templates("seap", about.folder, found.head.agency if found else None).chapters
    outline = plan_seap(illustrated(about, municipality), municipality, about.results, about.findings, chapters)
    assert outline is not None
    reference = load_language(about.programme.head.languages[0])
    spoken = load_language(language)
    return compose_seap(outline, about.programme, municipality, about.results, spoken, draft=draft, reference=reference).document
