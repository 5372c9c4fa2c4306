"""Font files of an agency."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seapgen import resources
from seapgen.intake.guards.fonts import LARGEST_FONT, FontFile, decoded_font, read_font
from seapgen.intake.templates import load_templates
from seapgen.model.errors import BrokenTemplateError

HOUSE = resources.folder("templates") / "fonts"
BOLD_ITALIC = "SourceSans3_600SemiBold_Italic.ttf"
CONTENT = (HOUSE / BOLD_ITALIC).read_bytes()


def test_a_font_says_its_family_weight_and_slope() -> None:
    """The typographic family, as the PDF engine and browsers group files."""
    assert FontFile("Source Sans 3", 600, True, True) == read_font(HOUSE, BOLD_ITALIC)


def restricted() -> bytes:
    """The font with the bit that forbids embedding."""
    (count,) = struct.unpack_from(">H", CONTENT, 4)
    tables = (struct.unpack_from(">4sIII", CONTENT, 12 + 16 * n) for n in range(count))
    offset = next(offset for tag, _, offset, _ in tables if tag == b"OS/2")
    return CONTENT[: offset + 8] + b"\x00\x02" + CONTENT[offset + 10 :]


@pytest.mark.parametrize(
    "content", [b"", b"wOF2" + CONTENT, CONTENT[:400], CONTENT[:-1], restricted(), CONTENT + b"\0" * LARGEST_FONT],
    ids=["empty", "a web font", "a head", "cut", "not to be embedded", "too large"],
)  # fmt: skip
def test_a_font_that_cannot_be_used_is_named(content: bytes, tmp_path: Path) -> None:
    """With the path of its file, before any document is made."""
    fonts = tmp_path / "agencies" / "ours" / "fonts"
    fonts.mkdir(parents=True)
    (fonts / "ours.ttf").write_bytes(content)
    with pytest.raises(BrokenTemplateError) as refused:
        load_templates("seap", tmp_path, "ours")

    assert [("T89", "agencies/ours/fonts/ours.ttf")] == [(f.code, f.source.file) for f in refused.value.findings]


def test_faces_of_the_theme_are_handed_on(tmp_path: Path) -> None:
    """Those of other families stay out of documents."""
    folder = tmp_path / "agencies" / "ours"
    (folder / "fonts").mkdir(parents=True)
    (folder / "fonts" / "ours.ttf").write_bytes(CONTENT)
    faces = load_templates("seap", tmp_path, "ours").stationery.faces

    assert [("Source Sans 3", 600, True)] == [(f.family, f.weight, f.is_italic) for f in faces]


@given(st.integers(0, 2000), st.binary(min_size=1, max_size=8))
def test_hostile_bytes_are_no_accident(at: int, other: bytes) -> None:
    """Whatever stands in a head, the answer is a font or none."""
    found = decoded_font(CONTENT[:at] + other + CONTENT[at + len(other) :])

    assert found is None or 1 <= found.weight <= 1000
