"""A document as a PDF that people can read, hear and keep: PDF/UA-1 and PDF/A-2a in one file."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import typst

from seapgen import resources
from seapgen.model.document import Localised
from seapgen.model.errors import BrokenTemplateError, InvalidInputError, SeapgenError
from seapgen.model.finding import Finding, Severity, Stage
from seapgen.model.inline import walk
from seapgen.model.message import Message, Verbatim, msg
from seapgen.model.outfit import Face
from seapgen.model.source import Source
from seapgen.model.theme import Theme
from seapgen.render.pdf.glyphs import refused_in, refused_letters
from seapgen.render.pdf.pictures import BrokenPictureError
from seapgen.render.pdf.tree import tree

_STANDARDS: typst.PDFStandards = ["a-2a", "ua-1"]
_TEMPLATE = "templates/pdf/document.typ"
_QUOTED, _BEFORE, _MOST_LETTERS = 120, 40, 30  # letters of a text that a finding repeats, before the fault, and of the fault


def render_pdf(document: Localised, theme: Theme, faces: Sequence[Face] = ()) -> bytes:
    """The PDF of a document; the same bytes for the same document, theme and font files of the agency.

    Raises `InvalidInputError` where a text has letters that the font lacks or a picture is broken, and
    `BrokenTemplateError` where the template or the theme fails.
    """
    try:
        read = json.dumps(tree(document, theme), ensure_ascii=False, sort_keys=True)
    except BrokenPictureError as error:
        raise InvalidInputError([_no_picture(str(error), document)]) from error
    issued = datetime(document.issued.year, document.issued.month, document.issued.day, tzinfo=UTC)
    try:
        content, warnings = _compiler(_folders(faces)).compile_with_warnings(
            sys_inputs={"document": read}, format="pdf", pdf_standards=_STANDARDS, timestamp=issued
        )
    except typst.TypstError as error:
        raise _refusal(error, document) from error
    if warnings:
        raise BrokenTemplateError([_broken("; ".join(warning.message for warning in warnings), document)])
    if not isinstance(content, bytes):
        raise TypeError("one file was asked for")
    return content


def _folders(faces: Sequence[Face]) -> tuple[str, ...]:
    """Where the agency's font files lie: the engine takes folders, not files."""
    return tuple(dict.fromkeys(str(Path(face.path).parent) for face in faces))


@cache
def _compiler(folders: tuple[str, ...]) -> typst.Compiler:
    """One compiler a process and set of fonts: they are read once, and only those that ship or that an agency gives."""
    templates = resources.folder("templates")
    places = [str(templates / "fonts"), *folders]
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=places)
    return typst.Compiler(str(templates / "pdf" / "document.typ"), font_paths=fonts)


def _refusal(error: typst.TypstError, document: Localised) -> SeapgenError:
    letters = refused_letters(error.diagnostic)
    if letters:
        return InvalidInputError(_unprintable(letters, document))
    if "failed to process image" in error.message or "failed to decode" in error.message:
        return InvalidInputError([_no_picture(error.message, document)])
    return BrokenTemplateError([_broken(error.diagnostic.strip(), document)])


def _unprintable(letters: Collection[str], document: Localised) -> list[Finding]:
    """One finding for each text, with all that it holds and the font lacks."""
    texts = (getattr(node, name, "") for node in walk(document) for name in ("text", "code", "credit"))
    found = dict.fromkeys(text for text in texts if isinstance(text, str) and any(each in text for each in letters))
    return [_without_glyph(text, letters, document) for text in found or sorted(letters)]


def _without_glyph(text: str, letters: Collection[str], document: Localised) -> Finding:
    first = next(n for n, letter in enumerate(text) if letter in letters)
    named = "".join(refused_in(text, letters)[:_MOST_LETTERS])
    quoted = text[max(0, first - _BEFORE) :][:_QUOTED]
    message = msg("The document font has no “{letters}”, which stands in “{text}”.", letters=named, text=quoted)
    finding = _finding("R21", Stage.RUN, message, document, msg("Write the text with other letters."))
    return replace(finding, value=Verbatim(text[first]))


def _no_picture(reason: str, document: Localised) -> Finding:
    message = msg("A picture cannot be read: {reason}", reason=reason)
    return _finding("R22", Stage.RUN, message, document, msg("Save the picture again as PNG."))


def _broken(reason: str, document: Localised) -> Finding:
    message = msg("The page template cannot be set: {reason}", reason=reason)
    proposal = msg("Check the theme’s colours and fonts, and the files in templates/pdf.")
    return _finding("T21", Stage.TEMPLATE, message, document, proposal)


def _finding(code: str, stage: Stage, message: Message, document: Localised, proposal: Message) -> Finding:
    kind, _, scope = document.scope.rpartition("/")
    about = scope if kind == "municipality" else ""
    return Finding(code, stage, Severity.ERROR, Source(_TEMPLATE), message, about, proposal=proposal)
