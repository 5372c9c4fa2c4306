"""The workbook inside a chart: one sheet, a header row, the exact numbers that the chart shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import zip_longest
from typing import TypeAlias

from seapgen.render.word.package import deflate, pack
from seapgen.render.word.wordml import HEAD, R, clean

Content: TypeAlias = "Decimal | str | None"
_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_RELATIONS = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
_SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_FONT = '<font>{bold}<sz val="11"/><name val="Calibri"/></font>'
_FORM = '<xf numFmtId="0" fontId="{font}" fillId="0" borderId="0" xfId="0"/>'
_STYLES = (
    f'{HEAD}<styleSheet {_MAIN}><fonts count="2">{_FONT.format(bold="")}{_FONT.format(bold="<b/>")}</fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    f'<cellXfs count="2">{_FORM.format(font=0)}{_FORM.format(font=1)}</cellXfs></styleSheet>'
)
_TYPES = (
    f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_SHEET}.sheet.main+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_SHEET}.worksheet+xml"/>'
    f'<Override PartName="/xl/styles.xml" ContentType="{_SHEET}.styles+xml"/></Types>'
)
_ROOT = f'{HEAD}<Relationships {_RELATIONS}><Relationship Id="rId1" Type="{R}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
_BOOK = f'{HEAD}<workbook {_MAIN} xmlns:r="{R}"><sheets><sheet name="Data" sheetId="1" r:id="rId1"/></sheets></workbook>'
_BOOK_RELATIONS = (
    f'{HEAD}<Relationships {_RELATIONS}><Relationship Id="rId1" Type="{R}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="rId2" Type="{R}/styles" Target="styles.xml"/></Relationships>'
)
_STATIC = tuple(
    deflate(name, content)
    for name, content in (
        ("[Content_Types].xml", _TYPES),
        ("_rels/.rels", _ROOT),
        ("xl/workbook.xml", _BOOK),
        ("xl/_rels/workbook.xml.rels", _BOOK_RELATIONS),
        ("xl/styles.xml", _STYLES),
    )
)


@dataclass(frozen=True, slots=True)
class BookColumn:
    """A named column; `formula` computes what `values` hold already ("{row}" is the row number)."""

    name: str
    values: Sequence[Content]
    formula: str = ""


def number(value: Decimal) -> str:
    """A number as files hold it: all its digits, no exponent."""
    return format(value, "f")


def letter(index: int) -> str:
    """The letters of a column, counted from 0."""
    return chr(65 + index) if index < 26 else chr(64 + index // 26) + chr(65 + index % 26)


def place(column: int, rows: int) -> str:
    """The reference of a column's values, as charts write it."""
    return f"Data!${letter(column)}$2:${letter(column)}${rows + 1}"


def head(column: int) -> str:
    """The reference of a column's name."""
    return f"Data!${letter(column)}$1"


def workbook(columns: Sequence[BookColumn]) -> bytes:
    """The file: names in bold in the first row, values below."""
    rows = [f'<row r="1">{"".join(_cell(f"{letter(n)}1", c.name, bold=True) for n, c in enumerate(columns))}</row>']
    names = [letter(n) for n in range(len(columns))]
    for r, values in enumerate(zip_longest(*(c.values for c in columns)), 2):
        cells = [
            _at(c, f"{name}{r}", r, value) for c, name, value in zip(columns, names, values, strict=True) if value is not None
        ]
        rows.append(f'<row r="{r}">{"".join(cells)}</row>')
    sheet = (
        f'{HEAD}<worksheet {_MAIN}><cols><col min="1" max="1" width="38" customWidth="1"/>'
        f'<col min="2" max="{max(2, len(columns))}" width="16" customWidth="1"/></cols>'
        f"<sheetData>{''.join(rows)}</sheetData></worksheet>"
    )
    return pack((*_STATIC, deflate("xl/worksheets/sheet1.xml", sheet, 3)))


def _at(column: BookColumn, where: str, row: int, value: Content) -> str:
    if column.formula and isinstance(value, Decimal):
        return f'<c r="{where}"><f>{column.formula.format(row=row)}</f><v>{number(value)}</v></c>'
    return _cell(where, value)


def _cell(where: str, value: Content, *, bold: bool = False) -> str:
    style = ' s="1"' if bold else ""
    if value is None or value == "":
        return ""
    if isinstance(value, str):
        return f'<c r="{where}"{style} t="inlineStr"><is><t xml:space="preserve">{clean(value)}</t></is></c>'
    return f'<c r="{where}"{style}><v>{number(value)}</v></c>'
