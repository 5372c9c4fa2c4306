"""Which documents of a build lie in the output folder, whole."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Mapping
from pathlib import Path

from seapgen.model.status import Documents, DocumentState
from seapgen.publish.manifest import Entry, read_manifest


def made_documents(folder: Path, product: str) -> Documents:
    """The documents of a product that the manifest knows, by scope and language. A folder without manifest has none."""
    files: dict[tuple[str, str], dict[str, Entry]] = {}
    for path, entry in read_manifest(folder).outputs.items():
        if entry.product == product:
            files.setdefault((entry.scope, entry.language), {})[path] = entry
    return {document: _state(folder, inside) for document, inside in files.items()}


def _state(folder: Path, files: Mapping[str, Entry]) -> DocumentState:
    states = {_file_state(folder / path, entry) for path, entry in files.items()}
    return next(state for state in (DocumentState.BROKEN, DocumentState.EDITED, DocumentState.WHOLE) if state in states)


def _file_state(path: Path, entry: Entry) -> DocumentState:
    """A Word file may be edited; one that has lost its end is no archive any more, and broken."""
    try:
        if hashlib.sha256(path.read_bytes()).hexdigest() == entry.sha256:
            return DocumentState.WHOLE
    except OSError:
        return DocumentState.BROKEN
    is_edited = entry.format == "docx" and zipfile.is_zipfile(path)
    return DocumentState.EDITED if is_edited else DocumentState.BROKEN
