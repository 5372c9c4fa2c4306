"""Text of a stationery that cannot be read on its ground."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from seapgen.render.word.make_stationery import stationery_bytes
from seapgen.render.word.palette import Palette
from seapgen.render.word.stationery import check_stationery, default_stationery
from tests.support.default_theme import default_theme
from tests.unit.render.word.sample import opened, packed

Edit = Callable[[str], str]
DOCUMENT, STYLES, HEADER = "word/document.xml", "word/styles.xml", "word/headerText.xml"
BODY = '<w:p><w:pPr><w:pStyle w:val="BodyText"/></w:pPr><w:r><w:t xml:space="preserve">{{p body }}'


def found(folder: Path, part: str, edit: Edit, theme: dict[str, str] | None = None) -> list[str]:
    """Codes and places of what is found in the house's stationery with one part changed."""
    members = opened(stationery_bytes())
    before = members[part].decode()
    assert edit(before) != before
    members[part] = edit(before).encode()
    path = folder / "ours.docx"
    path.write_bytes(packed(members))
    looks = default_theme()
    palette = Palette.of(type(looks)({**looks.colours, **(theme or {})}, looks.fonts, looks.fallback_font))
    return [f"{f.code} {f.source.sheet} {_where(f.message)}" for f in check_stationery(path, palette=palette)]


def _where(message: object) -> str:
    values = dict(getattr(message, "values", ()))
    inner = values.get("where")
    return ",".join(str(getattr(v, "text", v)) for _, v in getattr(inner, "values", ()))


def swap(before: str, after: str) -> Edit:
    """Replace words, once."""
    return lambda xml: xml.replace(before, after, 1)


def page(run: str, paragraph: str = "") -> Edit:
    """A static page of the agency: one paragraph before the chapters."""
    return swap(BODY, f"<w:p><w:pPr>{paragraph}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t>Ours 1</w:t></w:r></w:p>{BODY}")


def test_the_houses_stationery_can_be_read() -> None:
    """In the house's colours."""
    assert check_stationery(default_stationery()) == ()


@pytest.mark.parametrize(
    ("run", "paragraph", "is_weak"),
    [
        ('<w:color w:val="777777"/>', "", True),  # 4.48 on white
        ('<w:color w:val="767676"/>', "", False),  # 4.54
        ('<w:color w:val="949494"/><w:sz w:val="36"/>', "", False),  # 3.03, and 18 points are large
        ('<w:color w:val="949494"/><w:sz w:val="35"/>', "", True),
        ('<w:b/><w:color w:val="949494"/><w:sz w:val="28"/>', "", False),  # 14 points bold are large
        ('<w:color w:val="949494"/><w:sz w:val="28"/>', "", True),
        ('<w:b w:val="0"/><w:color w:val="949494"/><w:sz w:val="28"/>', "", True),
        ('<w:color w:val="767676"/>', '<w:shd w:val="clear" w:color="auto" w:fill="EEEEEE"/>', True),
        ('<w:color w:val="FFFFFF"/>', '<w:shd w:val="clear" w:color="auto" w:fill="222222"/>', False),
        ('<w:color w:val="222222"/>', '<w:shd w:val="clear" w:color="auto" w:fill="222222"/>', True),
        ('<w:color w:val="222222"/><w:shd w:val="clear" w:color="auto" w:fill="FFFFFF"/>', '<w:shd w:val="clear" w:fill="222222"/>', False),
        ('<w:color w:val="auto"/>', "", False),
        ('<w:color w:val="000000" w:themeColor="background1"/>', '<w:shd w:val="clear" w:fill="EEEEEE"/>', True),  # the theme wins
    ],
)  # fmt: skip
def test_text_is_measured_on_its_ground(run: str, paragraph: str, is_weak: bool, tmp_path: Path) -> None:
    """WCAG 2.2, 1.4.3: 4.5 for text, 3 for large text; the nearest shading is the ground, else the paper."""
    # without drawings in any header, white paper is all that a text can stand on
    bare = swap('r:id="rId_headerOpening"', 'r:id="rId_headerText"')
    edit = page(run, paragraph)
    weak = [w for w in found(tmp_path, DOCUMENT, lambda xml: bare(edit(xml))) if "Ours 1" in w]

    assert weak == (["T55 word/document.xml Ours 1"] if is_weak else [])


def test_the_shading_of_a_table_cell_is_a_ground(tmp_path: Path) -> None:
    """White in a light cell."""
    cell = '<w:tbl><w:tr><w:tc><w:tcPr><w:shd w:val="clear" w:fill="EEEEEE"/></w:tcPr><w:p><w:r><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:t>Ours</w:t></w:r></w:p></w:tc></w:tr></w:tbl>'

    assert "T55 word/document.xml Ours" in found(tmp_path, DOCUMENT, swap(BODY, cell + BODY))


def test_white_text_may_stand_on_a_drawn_field(tmp_path: Path) -> None:
    """The cover's text stands on the field of its header; a header with white text and no field is weak."""
    assert found(
        tmp_path, HEADER, swap("{{ place }}", '</w:t></w:r><w:r><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:t>{{ place }}')
    ) == ["T55 word/headerText.xml {{ place }}{{ running }}"]


def test_a_style_of_the_body_is_named(tmp_path: Path) -> None:
    """Nobody sees its text in the stationery itself."""
    weak = found(tmp_path, STYLES, lambda xml: re.sub(r'(styleId="Source">.*?<w:color w:val=")55646C', r"\1BBBBBB", xml, count=1))

    assert weak == ["T55 word/styles.xml source", "T55 word/styles.xml source narrow"]


def test_the_head_of_tables_stands_on_the_shading_of_its_style(tmp_path: Path) -> None:
    """White letters on a first row that somebody made light."""
    weak = found(
        tmp_path,
        STYLES,
        lambda xml: xml.replace(
            "<w:tcPr><w:tcBorders><w:insideV", '<w:tcPr><w:shd w:val="clear" w:fill="DDDDDD"/><w:tcBorders><w:insideV'
        ),
    )

    assert {"T55 word/styles.xml table head", "T55 word/styles.xml table head number"} <= set(weak)


def test_colours_are_those_of_the_theme(tmp_path: Path) -> None:
    """A stationery that can be read in the house's colours may be weak in an agency's."""
    weak = found(tmp_path, DOCUMENT, swap("{{ eyebrow }}", "{{ eyebrow }} "), {"primary": "#F0F0F0"})

    assert "T55 word/styles.xml heading 1" in weak and "T55 word/document.xml {{ title }}" in weak
