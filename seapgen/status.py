"""How far a programme has come, and the same as a page: load, compute, look at what was built, compose, render, publish."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from seapgen import resources
from seapgen.compose.status.compose import compose_status
from seapgen.compute.status import Facts, compute_status
from seapgen.execute.plan import expected_languages
from seapgen.intake.rules import LoadRule
from seapgen.intake.theme import load_theme
from seapgen.localise.language import SOURCE, available
from seapgen.model.order import PRODUCTS
from seapgen.model.status import ProgrammeStatus
from seapgen.publish.made import made_documents
from seapgen.publish.writer import batch
from seapgen.render.web.status import render_status
from seapgen.speaking import speaker
from seapgen.study import study

PLAN = PRODUCTS[0]


def status(folder: Path, out: Path, as_of: date | None = None) -> ProgrammeStatus:
    """The status of a programme whose documents are built into `out`, on a day, else on its issue date.

    Raises:
        InvalidInputError: there is no programme to speak of.
    """
    about = study(folder)
    programme = about.programme
    facts = Facts(
        programme,
        about.findings,
        expected_languages(programme),
        made_documents(out, PLAN),
        LoadRule.TEXT_MISSING.value.code,
        frozenset(available()),
    )
    return compute_status(facts, as_of or programme.head.issue_date)


def write_status(file: Path, about: ProgrammeStatus, wish: str) -> None:
    """Write a status as one page, in the language of the wish where there is a catalogue for it.

    Raises:
        OutputNotWritableError: nothing has changed then.
    """
    with batch(file.absolute().parent) as files:
        files.stage(file.name, status_page(about, wish))
        files.commit()


def status_page(about: ProgrammeStatus, wish: str) -> bytes:
    """The page as UTF-8."""
    page = compose_status(about, speaker(wish), speaker(SOURCE))
    return render_status(page, load_theme([resources.folder("templates") / "theme.toml"]))
