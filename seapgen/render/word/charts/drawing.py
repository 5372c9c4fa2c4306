"""Pieces of a DrawingML chart: fills, lines, text, references, axes, legend, the part around a plot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from seapgen.render.svg.lettering import width_of
from seapgen.render.word.palette import Ink, Inks
from seapgen.render.word.wordml import HEAD, A, R, attribute, clean
from seapgen.render.word.workbook import BookColumn, head, number, place

FULL_MM, FULL_PT = 166.0, 470.0
SMALL_MM, SMALL_PT = 78.0, 221.0
AXIS_X, AXIS_Y = 111111101, 111111102  # positive: c:axId is an unsigned integer
C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_SPACES = f'xmlns:c="{C}" xmlns:a="{A}" xmlns:r="{R}"'


@dataclass(frozen=True, slots=True)
class NativeChart:
    """A chart part, the columns of its workbook and the size it wants on paper."""

    xml: str
    columns: tuple[BookColumn, ...]
    width_mm: float
    height_mm: float


@dataclass(frozen=True, slots=True)
class Words:
    """Fixed words that head the columns of a workbook, in the document's language, and its tag."""

    tag: str
    value: str
    total: str
    year: str


@dataclass(frozen=True, slots=True)
class Canvas:
    """What a chart is drawn with: inks, words, and whether it has half the measure only."""

    inks: Inks
    words: Words
    is_small: bool = False

    @property
    def width_mm(self) -> float:
        """Width on paper in millimetres."""
        return SMALL_MM if self.is_small else FULL_MM

    @property
    def width(self) -> float:
        """Width on paper in points."""
        return SMALL_PT if self.is_small else FULL_PT


def solid(ink: Ink) -> str:
    """A fill."""
    return f"<a:solidFill>{ink.xml()}</a:solidFill>"


def fill(ink: Ink | None) -> str:
    """Shape properties of a filled area without outline; None leaves it invisible."""
    return f"<c:spPr>{solid(ink) if ink else '<a:noFill/>'}<a:ln><a:noFill/></a:ln></c:spPr>"


def segment(ink: Ink, edge: Ink) -> str:
    """A filled area with an edge, so that neighbours never touch."""
    return f'<c:spPr>{solid(ink)}<a:ln w="9525">{solid(edge)}</a:ln></c:spPr>'


def stroke(ink: Ink, points: float, dash: str = "") -> str:
    """Shape properties of a line."""
    pattern = f'<a:prstDash val="{dash}"/>' if dash else ""
    return f'<c:spPr><a:ln w="{round(points * 12700)}" cap="rnd">{solid(ink)}{pattern}<a:round/></a:ln></c:spPr>'


HIDDEN_LINE = "<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>"
NO_BOX = "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"


@lru_cache(maxsize=256)
def run_look(size: float, ink: Ink, *, strong: bool, tag: str = "a:defRPr", language: str = "") -> str:
    """Run properties in the theme's text font."""
    said = f' lang="{attribute(language)}"' if language else ""
    face = '<a:latin typeface="+mn-lt"/><a:cs typeface="+mn-lt"/>'
    return f'<{tag}{said} sz="{round(size * 100)}" b="{int(strong)}">{solid(ink)}{face}</{tag}>'


@lru_cache(maxsize=256)
def typeface(size: float, ink: Ink, *, strong: bool = False, is_one_line: bool = False) -> str:
    """Text properties of labels and axes; LibreOffice breaks lines of labels that are not said to be one."""
    look, wrap = run_look(size, ink, strong=strong), ' wrap="none"' if is_one_line else ""
    return f'<c:txPr><a:bodyPr rot="0" vert="horz"{wrap}/><a:lstStyle/><a:p><a:pPr>{look}</a:pPr><a:endParaRPr lang="en-GB"/></a:p></c:txPr>'


def strings(tag: str, formula: str, values: Sequence[str]) -> str:
    """A reference to words of the workbook with their copy."""
    points = "".join(f'<c:pt idx="{n}"><c:v>{clean(v)}</c:v></c:pt>' for n, v in enumerate(values) if v)
    cache = f'<c:strCache><c:ptCount val="{len(values)}"/>{points}</c:strCache>'
    return f"<c:{tag}><c:strRef><c:f>{formula}</c:f>{cache}</c:strRef></c:{tag}>"


def numbers(tag: str, column: int, values: Sequence[Decimal | None], code: str = "General") -> str:
    """A reference to numbers of the workbook with their copy."""
    points = "".join(f'<c:pt idx="{n}"><c:v>{number(v)}</c:v></c:pt>' for n, v in enumerate(values) if v is not None)
    cache = f'<c:numCache><c:formatCode>{code}</c:formatCode><c:ptCount val="{len(values)}"/>{points}</c:numCache>'
    return f"<c:{tag}><c:numRef><c:f>{place(column, len(values))}</c:f>{cache}</c:numRef></c:{tag}>"


def categories(names: Sequence[str]) -> str:
    """The names along the axis, in the first column of the workbook."""
    return strings("cat", place(0, len(names)), names)


def series_name(column: int, name: str) -> str:
    """The name of a series, taken from the workbook; a blank one is said here, so that the legend shows nothing."""
    return strings("tx", head(column), [name]) if name.strip() else "<c:tx><c:v> </c:v></c:tx>"


def category_axis(place_: str, ink: Ink, line: Ink, *, size: float = 8.5, is_reversed: bool = False) -> str:
    """The axis with the names; no ticks, one thin line."""
    return (
        f'<c:catAx><c:axId val="{AXIS_X}"/><c:scaling><c:orientation val="{"maxMin" if is_reversed else "minMax"}"/></c:scaling>'
        f'<c:delete val="0"/><c:axPos val="{place_}"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        f'<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>{stroke(line, 0.75)}'
        f'{typeface(size, ink)}<c:crossAx val="{AXIS_Y}"/><c:crosses val="autoZero"/><c:auto val="0"/>'
        '<c:lblAlgn val="ctr"/><c:lblOffset val="60"/><c:noMultiLvlLbl val="1"/></c:catAx>'
    )


_SILENT = (
    '<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
    '<c:tickLblPos val="none"/>'
)


def value_axis(
    place_: str, *, low: Decimal | None = None, high: Decimal | None = None, shown: str = "", step: Decimal | None = None,
    between: str = "between", is_x: bool = False,
) -> str:  # fmt: skip
    """The axis of the amounts: not printed unless `shown` (grid, format, ticks, looks) says how; `step` parts its marks."""
    own, other = (AXIS_X, AXIS_Y) if is_x else (AXIS_Y, AXIS_X)
    limits = "".join(f'<c:{tag} val="{number(v)}"/>' for tag, v in (("max", high), ("min", low)) if v is not None)
    unit = f'<c:majorUnit val="{number(step)}"/>' if step else ""
    return (
        f'<c:valAx><c:axId val="{own}"/><c:scaling><c:orientation val="minMax"/>{limits}</c:scaling>'
        f'<c:delete val="{0 if shown else 1}"/><c:axPos val="{place_}"/>{shown or _SILENT}<c:crossAx val="{other}"/>'
        f'<c:crosses val="autoZero"/><c:crossBetween val="{between}"/>{unit}</c:valAx>'
    )


def key(names: Sequence[str], height: float, ink: Ink, width: float, swatch: float = 26) -> str:
    """The legend above the plot, from the left edge, as wide as its names; `height` is its share of the chart."""
    share = min(1.0, sum(width_of(n, 8.5) + swatch for n in names) / width)
    return (
        '<c:legend><c:legendPos val="t"/><c:layout><c:manualLayout><c:xMode val="edge"/><c:yMode val="edge"/><c:x val="0"/>'
        f'<c:y val="0"/><c:w val="{share:.4f}"/><c:h val="{height:.4f}"/></c:manualLayout></c:layout><c:overlay val="0"/>'
        f"{typeface(8.5, ink)}</c:legend>"
    )


def key_rows(names: Sequence[str], width: float) -> int:
    """Lines that a legend takes."""
    return 1 + int(sum(width_of(n, 8.5) + 26 for n in names) // width)


def frame(
    canvas: Canvas, plot: str, axes: str, layout: tuple[float, float, float, float], *, legend: str = "", blanks: str = "gap"
) -> str:
    """The chart part around a plot: no title, no frame, no fill. `layout` is the inner plot area (x, y, w, h as shares)."""
    x, y, w, h = layout
    return (
        f'{HEAD}<c:chartSpace {_SPACES}><c:date1904 val="0"/><c:lang val="{attribute(canvas.words.tag)}"/>'
        '<c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout><c:manualLayout>'
        f'<c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/><c:x val="{x:.4f}"/><c:y val="{y:.4f}"/>'
        f'<c:w val="{w:.4f}"/><c:h val="{h:.4f}"/></c:manualLayout></c:layout>{plot}{axes}{NO_BOX}</c:plotArea>{legend}'
        f'<c:plotVisOnly val="1"/><c:dispBlanksAs val="{blanks}"/></c:chart>{NO_BOX}{typeface(8.5, canvas.inks["ink"])}'
        '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )
