"""Pieces of WordprocessingML as strings: escaped text, paragraphs, tables, rows, cells. Lengths are twips (1/1440 inch)."""

from __future__ import annotations

import re
from collections.abc import Sequence

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
GUTTER, MEASURE, WIDE = 1701, 9411, 14343  # margin column 30 mm, full measure 166 mm, landscape measure 253 mm
BOLDER = 1.05  # bold letters are so much wider than the semibold ones whose widths are known
BLANK = "\u00a0"
PAD = "\u2007"  # figure space: widens a coloured label; never breaks, never hangs
TAB = "<w:r><w:tab/></w:r>"
BREAK = "<w:r><w:br/></w:r>"
KEEP = "<w:keepNext/>"
NO_HEIGHT = '<w:spacing w:before="0" w:after="0" w:line="1" w:lineRule="exact"/>'  # for lines that must never need a page
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


def clean(text: str) -> str:
    """Text as XML character data; characters that XML forbids are left out."""
    if "&" in text or "<" in text or ">" in text:
        text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text if text.isprintable() else _FORBIDDEN.sub("", text)


def attribute(text: str) -> str:
    """Text as an attribute value."""
    return clean(text).replace('"', "&quot;").replace("\n", " ").replace("\t", " ").replace("\r", " ")


def twips(mm: float) -> int:
    """Millimetres as twentieths of a point."""
    return round(mm * 1440 / 25.4)


def emu(mm: float) -> int:
    """Millimetres as English Metric Units, the length of drawings."""
    return round(mm * 36000)


def styled(style: str) -> str:
    """Run properties that name a character style."""
    return f'<w:rStyle w:val="{style}"/>'


def sized(points: float) -> str:
    """Run properties for letters of a size, in half points."""
    return f'<w:sz w:val="{round(points * 2)}"/><w:szCs w:val="{round(points * 2)}"/>'


def paragraph(style: str, runs: str = "", more: str = "") -> str:
    """A paragraph; `more` holds direct paragraph properties in schema order."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{more}</w:pPr>{runs}</w:p>'


def indent(left: int, *, right: int = 0, hanging: int = 0) -> str:
    """Indents; the first line is said even when nought, because a style below may hang."""
    first = f'w:hanging="{hanging}"' if hanging else 'w:firstLine="0"'
    return f'<w:ind w:left="{left}" w:right="{right}" {first}/>'


def spacer(style: str = "AfterTable", more: str = "") -> str:
    """An empty paragraph of fixed height; without one, neighbouring tables would become one table."""
    return paragraph(style, "", more)


def table(
    columns: Sequence[int], rows: Sequence[str], *, title: str = "", description: str = "",
    style: str = "SEAPPanel", look: tuple[int, int, int] = (0, 0, 0), left: int = 0,
) -> str:  # fmt: skip
    """A table of fixed widths; `look` says whether first row, last row, first column are special.

    Title and description are its alternative text; a table that only lays things out has none.
    """
    first, last, column = look
    value = f"{0x0600 | first << 5 | last << 6 | column << 7:04X}"
    grid = "".join(f'<w:gridCol w:w="{c}"/>' for c in columns)
    shift = f'<w:tblInd w:w="{left}" w:type="dxa"/>' if left else ""
    words = f'<w:tblCaption w:val="{attribute(title)}"/>' if title else ""
    words += f'<w:tblDescription w:val="{attribute(description)}"/>' if description else ""
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(columns)}" w:type="dxa"/>{shift}'
        f'<w:tblLayout w:type="fixed"/><w:tblLook w:val="{value}" w:firstRow="{first}" w:lastRow="{last}"'
        f' w:firstColumn="{column}" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>{words}</w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def row(cells: Sequence[str], *, header: bool = False, height: str = "") -> str:
    """A row that does not break over pages; a header row repeats on every page."""
    return f"<w:tr><w:trPr><w:cantSplit/>{height}{'<w:tblHeader/>' if header else ''}</w:trPr>{''.join(cells)}</w:tr>"


def cell(width: int, inner: str, *, span: int = 1, borders: str = "", shade: str = "", margins: str = "", align: str = "") -> str:
    """A cell; `inner` ends with a paragraph, as Word wants it."""
    spanned = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    bordered = f"<w:tcBorders>{borders}</w:tcBorders>" if borders else ""
    shaded = f'<w:shd w:val="clear" w:color="auto" w:fill="{shade}"/>' if shade else ""
    inset = f"<w:tcMar>{margins}</w:tcMar>" if margins else ""
    aligned = f'<w:vAlign w:val="{align}"/>' if align else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{spanned}{bordered}{shaded}{inset}{aligned}</w:tcPr>{inner}</w:tc>'


def margin(side: str, width: int) -> str:
    """The inner margin of a cell at one side."""
    return f'<w:{side} w:w="{width}" w:type="dxa"/>'


def hairline(side: str, colour: str) -> str:
    """A thin border of a cell."""
    return f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{colour}"/>'


def shares(weights: Sequence[float], total: int, least: Sequence[float] | None = None) -> list[int]:
    """Column widths that add up exactly to `total`; `least` is what each column needs at least."""
    whole = sum(weights)
    result = [round(total * w / whole) for w in weights]
    if least:
        short = [max(0, round(need) - have) for need, have in zip(least, result, strict=True)]
        spare = [max(0, have - round(need)) for need, have in zip(least, result, strict=True)]
        give = min(1.0, sum(short) / (sum(spare) or 1))
        grown = [have + lack - round(extra * give) for have, lack, extra in zip(result, short, spare, strict=True)]
        scale = total / sum(grown)  # the needs of all may be more than there is
        result = [round(width * scale) for width in grown]
    result[-1] += total - sum(result)
    return result
