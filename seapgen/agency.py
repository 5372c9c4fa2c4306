"""What belongs to the look of an agency's documents: chapters, theme, fonts, stationery; found, checked, and started."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from seapgen.compose.chapters import compile_chapter
from seapgen.compose.own_texts import spoken_texts
from seapgen.compose.seap.order import known_ids, order_flaws
from seapgen.exchange.agency_folder import agency_files
from seapgen.execute.plan import Planned
from seapgen.intake.agencies import HEAD
from seapgen.intake.guards.paths import is_reserved
from seapgen.intake.programme import AGENCIES
from seapgen.intake.templates import Templates, load_templates, read_templates
from seapgen.model.errors import SeapgenError, UnknownRequestError
from seapgen.model.finding import Finding, Severity, Stage
from seapgen.model.message import Message, msg
from seapgen.model.noun import COUNTRY_PATTERN, ID_PATTERN
from seapgen.model.order import PRODUCTS
from seapgen.model.outfit import Outfit
from seapgen.model.programme import Agency
from seapgen.model.source import Source
from seapgen.publish.fresh import write_fresh
from seapgen.study import Study, study


def agency_of(about: Study, municipality: str) -> str:
    """The agency that looks after a municipality; empty where there is none."""
    found = about.programme.municipality(municipality)
    return (found.head.agency or "") if found else ""


def templates_of(about: Study, agency: str) -> Templates:
    """The templates of an agency, those of the house where its id is empty. Raises BrokenTemplateError."""
    return load_templates("seap", about.folder, agency or None)


def dressed(about: Study, templates: Templates, document: Planned, *, draft: bool) -> tuple[Outfit, tuple[Finding, ...]]:
    """The stationery with its own texts in the language of a document, and what a draft prints in another one.

    Raises MissingTranslationError where it is no draft.
    """
    if "docx" not in document.formats:  # only Word prints them
        return templates.stationery, ()
    texts, missing = spoken_texts(templates.own, document.language, about.programme.head.languages[0] if draft else None)
    return replace(templates.stationery, texts=texts), missing


def template_findings(programme: Path | None = None) -> tuple[Finding, ...]:
    """What is wrong with the templates: the house's, and those of a programme's agencies; each thing once."""
    agencies = study(programme).programme.agencies if programme else ()
    found: list[Finding] = []
    for agency in (None, *agencies):
        found += [f for f in _of_agency(programme or Path(), agency) if f not in found]
    return tuple(found)


def _of_agency(programme: Path, agency: Agency | None) -> Iterator[Finding]:
    """All findings of an agency, or of the house. What else belongs to an agency's look is one more source here."""
    for product in PRODUCTS:
        templates, findings = read_templates(product, programme, agency.id if agency else None)
        yield from findings
        for source in (_chapters, _order, _stationery):
            yield from source(templates, agency)


def _chapters(templates: Templates, _: Agency | None) -> Iterator[Finding]:
    for name, text in templates.chapters:
        try:
            compile_chapter(name, text)
        except SeapgenError as error:
            yield from error.findings


def _order(templates: Templates, _: Agency | None) -> Iterator[Finding]:
    yield from order_flaws(templates.order, known_ids(templates.chapters))


def _stationery(templates: Templates, agency: Agency | None) -> Iterator[Finding]:
    from seapgen.render.word.palette import Palette
    from seapgen.render.word.stationery import check_stationery  # Word's libraries are heavy

    known = [*agency.name.values(), *templates.theme.organisation.values()] if agency else []
    if agency and (contact := agency.contact):
        known += [text for text in (contact.email, contact.web, contact.address, contact.telephone) if text]
    shell = templates.stationery
    yield from check_stationery(Path(shell.stationery), shell.name, templates.own, Palette.of(templates.theme), known)


def start_agency(folder: Path, id_: str, country: str = "") -> tuple[str, ...]:
    """Make the files of an agency's look in a programme, and `agency.yaml` where there is none: their paths.

    Raises:
        UnknownRequestError: the id is none, or the country is needed and not given.
        OutputNotWritableError: one of the files is there already, or the disk refuses.
    """
    programme = study(folder).programme
    if not re.fullmatch(ID_PATTERN, id_) or is_reserved(id_):
        raise _unknown(msg("“{id}” cannot be the id of an agency.", id=id_), msg("Use small letters, digits, _ and -."))
    place = f"{AGENCIES}/{id_}"
    is_new = not (folder / place / HEAD).exists()
    wanted = country or next((m.head.country for m in programme.municipalities), "")
    if is_new and not re.fullmatch(COUNTRY_PATTERN, wanted):
        raise _unknown(msg("The country of the agency is not known."), msg("Give its two letters: --country IT."))
    files = agency_files(id_, programme.head.languages, wanted)
    made = {f"{place}/{path}": content for path, content in files.items() if is_new or path != HEAD}
    write_fresh(folder, made)
    return tuple(sorted(made))


def _unknown(fact: Message, way_out: Message) -> UnknownRequestError:
    return UnknownRequestError([Finding("R16", Stage.RUN, Severity.ERROR, Source("programme.yaml"), fact, proposal=way_out)])
