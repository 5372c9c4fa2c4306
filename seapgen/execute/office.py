"""LibreOffice as a program that lays Word files out: with a profile of its own, in a folder of its own, without network."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from seapgen.model.errors import MissingToolError
from seapgen.model.finding import Finding, Severity, Stage
from seapgen.model.message import Message, msg
from seapgen.model.order import Order
from seapgen.model.source import Source

_NAMES = ("soffice", "libreoffice")
_SECONDS = 180  # for one file; a plan of thirty pages takes about five
_WITHOUT = msg("Build without --toc-pages: whoever updates the list of contents in Word gets the page numbers there.")
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse">
<value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse">
<value>true</value></prop></item>
</oor:items>
"""


@cache
def office_version() -> str:
    """What LibreOffice says of itself; other versions may break lines elsewhere.

    Raises:
        MissingToolError: it is not installed, or cannot be started.
    """
    return _run("--version").strip()


def office_for(order: Order) -> str:
    """The program that lays out what an order wants paged, with its version; nothing where it wants no such thing.

    Raises:
        MissingToolError: as `office_version`.
    """
    return office_version() if order.toc_pages and "docx" in order.formats else ""


def laid_out_text(docx: bytes) -> str:
    """The text of a Word file as LibreOffice prints it on pages, fields evaluated.

    Raises:
        MissingToolError: LibreOffice is not there, does not come to an end, or makes no pages.
    """
    with TemporaryDirectory(prefix="seapgen-") as name:
        folder = Path(name)
        settings = folder / "profile" / "user" / "registrymodifications.xcu"
        settings.parent.mkdir(parents=True)
        settings.write_text(_SETTINGS, "utf-8")
        (folder / "plan.docx").write_bytes(docx)
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        said = _run(profile, "--headless", "--norestore", "--convert-to", "pdf", "--outdir", name, str(folder / "plan.docx"))
        made = folder / "plan.pdf"
        if not made.exists():
            raise _refused(msg("LibreOffice has made no pages: {reason}", reason=said.strip()[-300:] or "–"), _WITHOUT)
        return _text(made.read_bytes())


def unknown_pages(path: str) -> MissingToolError:
    """The refusal of a list of contents of which LibreOffice has not told all pages."""
    return _refused(msg("LibreOffice does not tell the pages of all headings of {path}.", path=path), _WITHOUT)


def _text(pdf: bytes) -> str:
    from pypdf import PdfReader  # heavy, and needed only here

    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)


def _run(*arguments: str) -> str:
    """What the program prints."""
    program = next(filter(None, map(shutil.which, _NAMES)), None)
    if program is None:
        way = msg("Install LibreOffice (the command soffice must be on the path), or build without --toc-pages.")
        raise _refused(msg("Page numbers in the list of contents need LibreOffice, which is not installed."), way)
    try:
        run = subprocess.run(
            [program, *arguments], env=_environment(), capture_output=True, text=True, timeout=_SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        raise _refused(msg("LibreOffice was stopped after {seconds} seconds.", seconds=str(_SECONDS)), _WITHOUT) from None
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno else str(error)
        raise _refused(msg("LibreOffice cannot be started: {reason}.", reason=reason), _WITHOUT) from error
    return run.stdout or run.stderr


def _environment() -> dict[str, str]:
    """Without a screen; proxies that lead nowhere keep a linked picture of a stationery from calling home."""
    nowhere = "http://127.0.0.1:9"
    return {**os.environ, "SAL_USE_VCLPLUGIN": "svp", "http_proxy": nowhere, "https_proxy": nowhere}


def _refused(fact: Message, way_out: Message) -> MissingToolError:
    return MissingToolError([Finding("R30", Stage.RUN, Severity.ERROR, Source("LibreOffice"), fact, proposal=way_out)])
