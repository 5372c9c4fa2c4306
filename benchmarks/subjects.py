"""The documents that are measured, and others like them with other data: no run sees what an earlier one has seen."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from pathlib import Path

from seapgen import resources
from seapgen.compose.seap.compose import compose_seap, plan_seap
from seapgen.compute.results import compute_results
from seapgen.illustrations import illustrated
from seapgen.intake.templates import Templates, load_templates
from seapgen.localise.language import load_language
from seapgen.model.artifact import Format
from seapgen.model.document import Localised
from seapgen.model.factors import Reference
from seapgen.model.municipality import Municipality
from seapgen.model.programme import Programme
from seapgen.model.results import Results
from seapgen.render.render import render
from seapgen.study import Study, reference_data, study

TURIN = (resources.folder("examples") / "turin", "turin")
SPECIMEN = resources.folder("examples").parent / "tests" / "programmes" / "specimen"
MONTELAGO, PORTOVERDE = (SPECIMEN, "montelago"), (SPECIMEN, "portoverde")


@dataclass(frozen=True, slots=True)
class Subject:
    """A municipality whose data have been loaded, checked and computed."""

    about: Study
    municipality: str
    templates: Templates

    def tree(self, language: str = "en") -> Localised:
        """Its plan in a language: what `compose` does."""
        about, reference = self.about, load_language(self.about.programme.head.languages[0])
        outline = plan_seap(
            illustrated(about, self.municipality), self.municipality, about.results, about.findings, self.templates.chapters
        )
        if outline is None:
            raise ValueError(f"{self.municipality} has no inventory")
        spoken = load_language(language)
        # the specimen lacks a few texts in each language: as a draft it is whole
        composed = compose_seap(
            outline, about.programme, self.municipality, about.results, spoken, draft=True, reference=reference
        )
        return composed.document

    def written(self, document: Localised, format_: Format) -> bytes:
        """A document as a file: what `render` does."""
        return render(document, format_, self.templates.theme, self.templates.stationery, ())


@cache
def subject(folder: Path, municipality: str) -> Subject:
    """A municipality as its files say."""
    return Subject(study(folder), municipality, load_templates("seap", folder, None))


def another(original: Subject, number: int) -> Subject:
    """Like the municipality, with another name, other quantities, other words in every free text, and one action less."""
    about = original.about
    changed = tuple(_changed(m, number) if m.id == original.municipality else m for m in about.programme.municipalities)
    programme = replace(about.programme, municipalities=changed)
    results = computed(programme, reference_data(programme))
    return replace(original, about=replace(about, programme=programme, results=results))


def computed(programme: Programme, reference: Reference) -> Results:
    """All results, every figure of them: the ledger computes many only when somebody asks, and a tree would pay for it."""
    results = compute_results(programme, reference)
    for found in results.municipalities.values():
        dict(found.figures)
    return results


def _changed(found: Municipality, number: int) -> Municipality:
    factor = 1 + Decimal(7 * number) / 1000
    rows = tuple(r.model_copy(update={"quantity": r.quantity * factor}) if r.quantity else r for r in found.consumption)
    left_out = number % len(found.actions) if len(found.actions) > 1 else None
    actions = tuple(
        action.model_copy(update={"title": _renamed(action.title, number)})
        for n, action in enumerate(found.actions)
        if n != left_out
    )
    texts = {section: {code: _reworded(text, number) for code, text in by.items()} for section, by in found.texts.items()}
    head = found.head.model_copy(update={"name": _renamed(found.head.name, number)})
    return replace(found, head=head, consumption=rows, actions=actions, texts=texts)


def _renamed(names: Mapping[str, str], number: int) -> dict[str, str]:
    return {code: f"{text} {number}" for code, text in names.items()}


def _reworded(text: str, number: int) -> str:
    """Every paragraph begins with another word, so that no layout of an earlier one can be used again."""
    return re.sub(r"(?m)^(?=[^\W\d_])", f"Case {number}: ", text)
