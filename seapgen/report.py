"""The check report of a programme as a file: validate, show the rows again, compose, render, publish."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from seapgen import resources
from seapgen.check.rules import rule
from seapgen.compose.report.compose import compose_report
from seapgen.intake.excerpts import excerpts
from seapgen.intake.theme import load_theme
from seapgen.model.finding import Finding, Stage
from seapgen.model.report import Checked, RuleWords
from seapgen.publish.writer import batch
from seapgen.render.web.report import render_report
from seapgen.speaking import speaker
from seapgen.study import Study, reference_data

SOURCE = "en"


def write_report(file: Path, folder: Path, about: Study | None, findings: Sequence[Finding], stage: Stage, wish: str) -> None:
    """Write the report of findings as one page, in the language of the wish where there is a catalogue for it.

    Without a study (the programme cannot be read) it has the findings and their rows only.

    Raises:
        OutputNotWritableError: nothing has changed then.
    """
    page = report_page(folder, about, findings, stage, wish)
    with batch(file.absolute().parent) as files:
        files.stage(file.name, page)
        files.commit()


def report_page(folder: Path, about: Study | None, findings: Sequence[Finding], stage: Stage, wish: str) -> bytes:
    """The page as UTF-8."""
    programme = about.programme if about else None
    languages = programme.head.languages if programme else ()
    spots = [(f.code, f.source) for f in findings]
    checked = Checked(
        tuple(findings), stage, excerpts(folder, spots, languages, _secret(about)), _rules(findings), programme,
        about.results if about else None, reference_data(programme).peers,
    )  # fmt: skip
    report = compose_report(checked, speaker(wish), speaker(SOURCE))
    return render_report(report, load_theme([resources.folder("templates") / "theme.toml"]))


def _secret(about: Study | None) -> frozenset[tuple[str, int]]:
    """Rows whose amounts are withheld."""
    towns = about.results.municipalities.values() if about else ()
    return frozenset(row for town in towns for row in town.withheld.rows)


def _rules(findings: Sequence[Finding]) -> dict[str, RuleWords]:
    """The evaluators' rules among the codes; a code of loading says all in its fact."""
    known = {code: rule(code) for code in {f.code for f in findings}}
    return {code: RuleWords(each.title, each.help) for code, each in known.items() if each}
