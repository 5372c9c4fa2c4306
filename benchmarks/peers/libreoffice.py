"""The peer for PDF: LibreOffice, many files in one call, as a script on a server would do it."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

PROGRAM = "soffice"
PLAIN = "pdf"
TAGGED = (
    'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"},'
    '"PDFUACompliance":{"type":"boolean","value":"true"},"ExportBookmarks":{"type":"boolean","value":"true"}}'
)


def is_there() -> bool:
    """Whether LibreOffice is installed."""
    return shutil.which(PROGRAM) is not None


def version() -> str:
    """`LibreOffice 7.4.7.2`."""
    said = subprocess.run([PROGRAM, "--version"], capture_output=True, text=True, check=True).stdout
    return " ".join(said.split()[:2])


def converted(files: Sequence[Path], out: Path, profile: Path, form: str = PLAIN) -> list[Path]:
    """The PDF files of Word files; `profile` is a folder for LibreOffice's own settings, kept from call to call."""
    command = [PROGRAM, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", form, "--outdir", str(out)]
    subprocess.run([*command, *map(str, files)], check=True, capture_output=True)
    made = [out / f"{file.stem}.pdf" for file in files]
    lost = [file.name for file in made if not file.is_file()]
    if lost:
        raise RuntimeError(f"LibreOffice made no {', '.join(lost)}")
    return made
