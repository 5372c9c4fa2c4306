"""What is wrong with letters before they are posted: each is read, then filled for full, thin and bare returns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from seapgen import resources
from seapgen.compute.results import compute_results
from seapgen.exchange.letters.letter import LetterTemplate, check_letter
from seapgen.intake.letters import LetterFile, find_letters
from seapgen.letters.filling import Filling
from seapgen.model.errors import SeapgenError
from seapgen.model.finding import Finding, Severity, Stage
from seapgen.model.municipality import Municipality, MunicipalityHead
from seapgen.model.programme import Programme
from seapgen.study import Study, reference_data, study

EXAMPLE = "turin"  # the return that the house's letters are tried on
BARE: dict[str, object] = {  # a return that says as little as is legal
    "forms": {}, "nuts": None, "lau": None, "location": None, "population": {}, "agency": None, "group": None, "covenant": None,
    "inventories": (), "targets": (), "excluded": {}, "staff": None, "participation": None, "budget": None, "financing": (),
    "provenance": None,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Sample:
    """A municipality to try letters on, and how bad it is when one fails."""

    filling: Filling
    town: Municipality
    severity: Severity


def letter_findings(programme: Path | None = None) -> tuple[Finding, ...]:
    """What is wrong with the letters of the house, and of a programme's agencies; each thing once.

    What fails for a municipality of the programme is an error; what would fail for a return that says nothing, a warning.
    """
    about = study(programme or resources.folder("examples") / EXAMPLE)
    agencies = [a.id for a in about.programme.agencies] if programme else []
    found: list[Finding] = []
    tried: set[str] = set()
    for agency in (None, *agencies):
        files, misnamed = find_letters(about.folder, agency)
        found += [f for f in misnamed if f not in found]
        for file in files:
            if file.shown not in tried:
                tried.add(file.shown)
                found += _of_letter(file, _samples(about, None if file.is_house else agency))
    return tuple(found)


def _of_letter(file: LetterFile, samples: Sequence[_Sample]) -> list[Finding]:
    """Flaws of the letter itself, else what trial fillings find."""
    try:
        flaws = check_letter(LetterTemplate(file.shown, file.read()))
    except SeapgenError as error:
        return list(error.findings)
    found: list[Finding] = list(flaws)
    for severity in (Severity.ERROR, Severity.WARNING):
        found = found or [f for sample in samples if sample.severity is severity for f in _tried(file, sample)]
    return list(dict.fromkeys(found))


def _tried(file: LetterFile, sample: _Sample) -> Iterator[Finding]:
    """What a filling finds wrong with the letter; texts that nobody has translated are no fault of it."""
    try:
        sample.filling.letter(sample.town, file)
    except SeapgenError as error:
        for finding in error.findings:
            if finding.stage is Stage.TEMPLATE:
                yield replace(finding, severity=sample.severity)


def _samples(about: Study, agency: str | None) -> list[_Sample]:
    """The municipality with most figures and that with fewest, of an agency or of all; then one that is bare."""
    towns = [m for m in about.programme.municipalities if agency is None or m.head.agency == agency]
    figures = {m.id: len(found.figures) for m in towns if (found := about.results.municipalities.get(m.id))}
    order = sorted(towns, key=lambda m: (figures.get(m.id, 0), m.id))
    ends = dict.fromkeys(m.id for m in (*order[-1:], *order[:1]))
    known = [_Sample(Filling(about), m, Severity.ERROR) for m in order if m.id in ends]
    return [*known, *(_Sample(Filling(_bare(about, m)), _stripped(m), Severity.WARNING) for m in order[-1:])]


def _stripped(town: Municipality) -> Municipality:
    return Municipality(_bare_head(town.head), town.folder)


def _bare_head(head: MunicipalityHead) -> MunicipalityHead:
    return head.model_copy(update=BARE)


def _bare(about: Study, town: Municipality) -> Study:
    """A programme of one municipality, both of which say nothing but their names."""
    head = about.programme.head.model_copy(update={"coordinator": None, "deadlines": None, "funding": None, "groups": ()})
    programme = Programme(head, (_stripped(town),))
    return Study(about.folder, programme, compute_results(programme, reference_data()), ())
