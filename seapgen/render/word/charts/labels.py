r"""Data labels that read the same on every reader's system.

The separators of an ordinary number format are those of the reader's system. So a whole number gets a format in which the
document's own separator stands as a letter (`[>=1000]#\.##0;0`): the label stays live and prints as the document does.
A number that such a format cannot print (with decimals, scaled, signed, "< 1") is a text of its own.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from seapgen.model.chart import amount
from seapgen.model.inline import FigureInline, Inline, plain
from seapgen.render.word.charts.drawing import NO_BOX, run_look, solid, typeface
from seapgen.render.word.palette import Ink
from seapgen.render.word.wordml import attribute, clean

_WHOLE = re.compile(r"\d{1,3}(?:([.,'’\u00a0\u202f\u2009 ])\d{3}(?:\1\d{3})*)?|\d+")
_MINUS = "\u2212"


@dataclass(frozen=True, slots=True)
class Formats:
    """How a chart prints whole numbers: its separator and from which number on it groups; whether units are printed."""

    separator: str = ""
    least: int = 1000
    has_units: bool = False

    @classmethod
    def of(cls, figures: Iterable[Inline | None]) -> Formats:
        """Learnt from the printed figures of a chart, so that no second table of separators is needed."""
        shown = [f for f in figures if isinstance(f, FigureInline)]
        thousands = [f.number.lstrip(_MINUS + "-+") for f in shown if abs(amount(f)) >= 1000]  # 0,255 has a decimal comma
        found = [(text, _WHOLE.fullmatch(text)) for text in thousands]
        separators = [match[1] for _, match in found if match and match[1]]
        bare = any(match and not match[1] and len(text) == 4 for text, match in found)
        units = len({f.suffix for f in shown}) > 1
        return cls(separators[0] if separators else "", 10_000 if bare else 1000, units)

    def shown(self, figure: Inline | None) -> str:
        """What is printed at a point: the number, with its unit only where units differ."""
        if not isinstance(figure, FigureInline):
            return plain(figure) if figure is not None else ""
        return figure.text if self.has_units else figure.number

    def code(self, sign: str = "") -> str:
        """The number format of whole numbers that are not negative; `sign` stands before them."""
        before = f'"{sign}"' if sign else ""
        if not self.separator:
            return f"{before}0"
        part = f"\\{self.separator}##"
        return f"[>=1000000]{before}#{part}#{part}0;[>={self.least}]{before}#{part}0;{before}0"

    def prints(self, figure: Inline | None, sign: str = "") -> bool:
        """Whether the number format prints this figure exactly as the document does."""
        text = self.shown(figure)
        if sign and not text.startswith(sign):
            return False
        value = abs(amount(figure)) if sign else amount(figure)
        return text.removeprefix(sign) == self.print(value)

    def print(self, value: Decimal) -> str:
        """What the number format makes of a value."""
        whole = int(value.quantize(Decimal(1), ROUND_HALF_UP))
        if not self.separator or whole < self.least:
            return str(whole)
        if whole < 1_000_000:
            return f"{whole // 1000}{self.separator}{whole % 1000:03}"
        return f"{whole // 1_000_000}{self.separator}{whole // 1000 % 1000:03}{self.separator}{whole % 1000:03}"


@dataclass(frozen=True, slots=True)
class Look:
    """How labels of a series look and where they stand; `language` tags those that are texts."""

    ink: Ink
    place: str = "outEnd"
    size: float = 8.5
    is_strong: bool = True
    language: str = "en-GB"


def showing(*, value: bool, name: bool = False) -> str:
    """Which of its parts a label shows."""
    return (
        f'<c:showLegendKey val="0"/><c:showVal val="{int(value)}"/><c:showCatName val="0"/><c:showSerName val="{int(name)}"/>'
        '<c:showPercent val="0"/><c:showBubbleSize val="0"/>'
    )


NO_LABELS = f"<c:dLbls>{showing(value=False)}</c:dLbls>"


def deleted(n: int) -> str:
    """A point without label."""
    return f'<c:dLbl><c:idx val="{n}"/><c:delete val="1"/></c:dLbl>'


def text_label(n: int, text: str, look: Look, box: str = "", beside: str = "", beside_ink: Ink | None = None) -> str:
    """The label of one point with its own words; `beside` follows in a quieter ink."""
    runs = f"<a:r>{run_look(look.size, look.ink, strong=look.is_strong, tag='a:rPr', language=look.language)}<a:t>{clean(text)}</a:t></a:r>"
    if beside:
        quiet = run_look(look.size, beside_ink or look.ink, strong=False, tag="a:rPr", language=look.language)
        runs += f"<a:r>{quiet}<a:t>{clean(beside)}</a:t></a:r>"
    return (
        f'<c:dLbl><c:idx val="{n}"/><c:tx><c:rich><a:bodyPr wrap="none"/><a:lstStyle/><a:p>{runs}</a:p></c:rich></c:tx>{box or NO_BOX}'
        f'<c:dLblPos val="{look.place}"/>{showing(value=True)}</c:dLbl>'
    )


def live_label(n: int, formats: Formats, look: Look) -> str:
    """The label of one point that stands elsewhere than those of its series, its number live."""
    return (
        f'<c:dLbl><c:idx val="{n}"/><c:numFmt formatCode="{attribute(formats.code())}" sourceLinked="0"/>{NO_BOX}'
        f'{typeface(look.size, look.ink, strong=look.is_strong, is_one_line=True)}<c:dLblPos val="{look.place}"/>{showing(value=True)}</c:dLbl>'
    )


def boxed(ink: Ink) -> str:
    """The box of a label on a fill of its own."""
    return f"<c:spPr>{solid(ink)}<a:ln><a:noFill/></a:ln></c:spPr>"


def series_labels(
    figures: Sequence[Inline | None], formats: Formats, look: Look, *, drop: Collection[int] = (), sign: str = "",
    own: Mapping[int, str] | None = None,
) -> str:  # fmt: skip
    """The labels of a series; points in `drop` have none, because theirs would not fit; `own` holds labels by point."""
    single = []
    for n, figure in enumerate(figures):
        if own and n in own:
            single.append(own[n])
        elif n in drop or figure is None:
            single.append(deleted(n))
        elif not formats.prints(figure, sign):
            single.append(text_label(n, formats.shown(figure), look))
    return (
        f'<c:dLbls>{"".join(single)}<c:numFmt formatCode="{attribute(formats.code(sign))}" sourceLinked="0"/>{NO_BOX}'
        f'{typeface(look.size, look.ink, strong=look.is_strong, is_one_line=True)}<c:dLblPos val="{look.place}"/>{showing(value=True)}</c:dLbls>'
    )
