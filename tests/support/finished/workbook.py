"""The workbook inside a chart, cell by cell, exactly as the file writes its numbers."""

from __future__ import annotations

import io
import re
import zipfile

from lxml import etree

_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RANGE = re.compile(r"Data!\$([A-Z]+)\$(\d+)(?::\$([A-Z]+)\$(\d+))?")


def cells(workbook: bytes) -> dict[str, str]:
    """Words and numbers by place (`B2`); an empty cell has none."""
    with zipfile.ZipFile(io.BytesIO(workbook)) as package:
        sheet = etree.fromstring(package.read("xl/worksheets/sheet1.xml"))
    return {str(cell.get("r")): _content(cell) for cell in sheet.iter(f"{_S}c")}


def _content(cell: etree._Element) -> str:
    if cell.get("t") == "inlineStr":
        return "".join(part.text or "" for part in cell.iter(f"{_S}t"))
    return cell.findtext(f"{_S}v", "")


def column(reference: str) -> list[str]:
    """The places that a reference of a chart names (`Data!$B$2:$B$9`)."""
    found = _RANGE.fullmatch(reference)
    if not found or found[3] not in (None, found[1]):
        raise ValueError(f"{reference} is no column")
    return [f"{found[1]}{row}" for row in range(int(found[2]), int(found[4] or found[2]) + 1)]
