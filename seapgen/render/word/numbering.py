"""The list definitions of the house: headings in the margin column, annexes by letter, lists, blank numerals."""

from __future__ import annotations

from seapgen.render.word.palette import HOUSE
from seapgen.render.word.styles import face, tabs
from seapgen.render.word.wordml import BLANK, GUTTER, HEAD, W

_STEP = 300
_NUMERAL = face(60, HOUSE["primary-soft"], light=True).replace("<w:color", '<w:b w:val="0"/><w:bCs w:val="0"/><w:color')
_SMALL = '<w:b w:val="0"/><w:bCs w:val="0"/>' + face(None, HOUSE["primary"])
_MARK = face(None, HOUSE["primary"])
_FORMS = ("decimal", "lowerLetter", "lowerRoman", "decimal")


def _level(
    n: int, form: str, text: str, style: str = "", run: str = "", *, left: int = GUTTER, hanging: int = GUTTER, gap: str = "tab"
) -> str:
    linked = f'<w:pStyle w:val="{style}"/>' if style else ""
    stop = tabs((left, "num")) if gap == "tab" else ""
    return (
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{linked}<w:suff w:val="{gap}"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/><w:pPr>{stop}<w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr>'
        f"<w:rPr>{run}</w:rPr></w:lvl>"
    )


def _headings(form: str, first: str, second: str) -> str:
    return _level(0, form, "%1", first, _NUMERAL) + _level(1, "decimal", "%1.%2", second, _SMALL)


def _list(style: str, *, is_ordered: bool) -> str:
    """A list on the page, four levels deep."""
    levels = []
    for n in range(4):
        form, text = (_FORMS[n], f"%{n + 1}.") if is_ordered else ("bullet", "–")
        left = GUTTER + _STEP * (n + 1)
        levels.append(_level(n, form, text, "" if n else style, _MARK, left=left, hanging=_STEP))
    return "".join(levels)


def _boxed(style: str, *, is_ordered: bool) -> str:
    """A list in a callout: one indent at all levels, because a box of borders joins only such paragraphs."""
    levels = []
    for n in range(4):
        form, text = (_FORMS[n], f"%{n + 1}.") if is_ordered else ("bullet", "–")
        inset = (BLANK * 4) * n
        levels.append(_level(n, form, inset + text, "" if n else style, _MARK, left=GUTTER + 240, hanging=0, gap="space"))
    return "".join(levels)


def numbering_part() -> str:
    """numbering.xml; the number of a list is also that of its definition, and styles know it."""
    definitions = (
        (1, "multilevel", _headings("decimal", "Heading1", "Heading2")),
        (2, "multilevel", _headings("upperLetter", "Heading1Annex", "")),
        (3, "multilevel", _list("ListBullet", is_ordered=False)),
        (4, "multilevel", _list("ListNumber", is_ordered=True)),
        (5, "multilevel", _boxed("CalloutList", is_ordered=False)),
        (6, "singleLevel", _level(0, "none", BLANK, "Heading1Plain")),
        (7, "singleLevel", _level(0, "none", BLANK, "Heading1Profile")),
        (8, "multilevel", _boxed("CalloutNumber", is_ordered=True)),
    )
    abstract = "".join(
        f'<w:abstractNum w:abstractNumId="{n}"><w:nsid w:val="5EA9000{n}"/><w:multiLevelType w:val="{kind}"/>{levels}</w:abstractNum>'
        for n, kind, levels in definitions
    )
    numbers = "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n, _, _ in definitions)
    return f'{HEAD}<w:numbering xmlns:w="{W}">{abstract}{numbers}</w:numbering>'
