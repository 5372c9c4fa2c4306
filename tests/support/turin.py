"""Turin's draft plan, composed once for a language."""

from __future__ import annotations

from functools import cache

from seapgen.compose.seap.compose import compose_seap, plan_seap
from seapgen.intake.templates import Templates, load_templates
from seapgen.localise.language import load_language
from seapgen.model.document import Localised
from seapgen.study import Study, study
from tests.support.places import EXAMPLES

TURIN = EXAMPLES / "turin"
LANGUAGES = ("en", "it")


@cache
def studied() -> Study:
    """The example: loaded, computed, validated."""
    return study(TURIN)


@cache
def templates() -> Templates:
    """Chapters and looks of its agency."""
    municipality = studied().programme.municipality("turin")
    return load_templates("seap", TURIN, municipality.head.agency if municipality else None)


@cache
def document(language: str) -> Localised:
    """The tree of the plan in a language."""
    about = studied()
    outline = plan_seap(about.programme, "turin", about.results, about.findings, templates().chapters)
    assert outline is not None
    reference = load_language(about.programme.head.languages[0])
    spoken = load_language(language)
    return compose_seap(outline, about.programme, "turin", about.results, spoken, draft=False, reference=reference).document
