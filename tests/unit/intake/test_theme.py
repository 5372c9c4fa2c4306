"""Themes: the house's, and what an agency changes of it."""

from __future__ import annotations

import io
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from seapgen import resources
from seapgen.intake.contrast import contrast, weak_pairs
from seapgen.intake.theme import load_theme
from seapgen.model.errors import BrokenTemplateError
from seapgen.model.theme import EVERY

HOUSE = resources.folder("templates") / "theme.toml"


def own(folder: Path, text: str) -> list[Path]:
    """The house's theme and an agency's."""
    path = folder / "theme.toml"
    path.write_text(text, encoding="utf-8")
    return [HOUSE, path]


def refused(paths: list[Path]) -> list[str]:
    """The findings of a theme that cannot be used."""
    with pytest.raises(BrokenTemplateError) as caught:
        load_theme(paths)
    return [f"{f.code} {f.source}" for f in caught.value.findings]


def test_the_theme_of_the_house_is_whole() -> None:
    """Every token has a colour."""
    assert len(load_theme([HOUSE]).colours) == 21


def test_an_agency_changes_what_it_names_and_nothing_else(tmp_path: Path) -> None:
    """Later files come before earlier ones."""
    house, theme = load_theme([HOUSE]), load_theme(own(tmp_path, '[colours]\nprimary = "#7a1f3d"\n'))
    assert theme.colours == {**house.colours, "primary": "#7A1F3D"} and theme.fonts == house.fonts


def test_a_theme_without_the_house_lacks_tokens(tmp_path: Path) -> None:
    """All that is missing is named."""
    assert len(refused(own(tmp_path, '[colours]\nprimary = "#7a1f3d"\n')[1:])) == 21


@pytest.mark.parametrize(
    ("text", "findings"),
    [
        ('[colours]\nwarning = "#FFFF00"\n', ["T83 theme.toml:2"]),
        ('[colours]\n\nmuted = "#888888"\n', ["T83 theme.toml:3"] * 3),  # on white, tint and accent-tint
        ('[names]\norganisation = ""\n', ["T87 theme.toml:2"]),
        ('[names]\norganisation = {english = "Us"}\n', ["T87 theme.toml:2"]),
        ('[names]\norganisation = {en = "U\\u202Es"}\n', ["T87 theme.toml:2"]),
        ("[names]\norganisation = {}\n", ["T87 theme.toml:2"]),
        ('[names]\nowner = "Us"\n', ["T81 theme.toml:2"]),
        ('[fonts]\ntext = ["Carlito", "Source Sans 3"]\n', ["T88 theme.toml:2"]),
        ('[colours]\nprimray = "#7A1F3D"\n', ["T81 theme.toml:2"]),
        ('[colours]\n\nink = "black"\n', ["T82 theme.toml:3"]),
        ('[colours]\nink = "#000000; }"\n', ["T82 theme.toml:2"]),
        ('[fonts]\ntext = ["Arial\\"; }"]\n', ["T84 theme.toml:2"]),
        ("[fonts]\ntext = []\n", ["T84 theme.toml:2"]),
        ("[sizes]\nbody = 10\n", ["T81 theme.toml"]),
        ("[colours\n", ["T80 theme.toml"]),
        ("a = " + "[" * 5000, ["T80 theme.toml"]),
        ('logo = "../logo.png"\n', ["T86 theme.toml:1"]),
        ('logo = "logo.svg"\n', ["T86 theme.toml:1"]),
    ],
)
def test_a_broken_theme_is_found_at_its_line(tmp_path: Path, text: str, findings: list[str]) -> None:
    """Unreadable, unknown, ugly or unsafe."""
    assert refused(own(tmp_path, text)) == findings


def test_a_weak_contrast_names_both_colours_value_and_limit(tmp_path: Path) -> None:
    """Every pair that documents print, all at once; white on primary is one of many."""
    with pytest.raises(BrokenTemplateError) as caught:
        load_theme(own(tmp_path, '[colours]\nprimary = "#8FA3AD"\n'))
    said = [{name: str(getattr(v, "text", v)) for name, v in f.message.values} for f in caught.value.findings]

    assert {"name": "white", "ground": "primary", "value": "2.62", "limit": "4.5"} in said
    assert {("primary", "white"), ("primary", "tint"), ("primary-soft", "primary")} <= {(s["name"], s["ground"]) for s in said}


def test_the_house_can_be_read() -> None:
    """The theme that ships passes its own check."""
    assert [] == list(weak_pairs(load_theme([HOUSE]).colours))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('"Energia  Valdora"', {EVERY: "Energia Valdora"}),
        ('{en = "Valdora", el = "Βαλντόρα"}', {"en": "Valdora", "el": "Βαλντόρα"}),
    ],
)
def test_an_agency_may_call_itself_otherwise(tmp_path: Path, text: str, name: dict[str, str]) -> None:
    """In every language, or by language."""
    assert load_theme(own(tmp_path, f"[names]\norganisation = {text}\n")).organisation == name


def test_a_font_with_files_of_its_own_is_taken(tmp_path: Path) -> None:
    """The families that the agency has files of come from its folder."""
    paths = own(tmp_path, '[fonts]\ntext = ["Carlito", "Source Sans 3"]\n')

    assert load_theme(paths, families=["Carlito"]).fonts == ("Carlito", "Source Sans 3")


def test_a_logo_is_written_anew(tmp_path: Path) -> None:
    """Its points are kept, its metadata are not."""
    stream = io.BytesIO()
    Image.new("RGB", (40, 10), "red").save(stream, format="JPEG", comment=b"by somebody")
    (tmp_path / "logo.jpg").write_bytes(stream.getvalue())
    logo = load_theme(own(tmp_path, 'logo = "logo.jpg"\n')).logo_png
    assert logo is not None and logo.startswith(b"\x89PNG") and b"somebody" not in logo


@pytest.mark.parametrize(
    ("one", "other", "ratio"), [("#FFFFFF", "#000000", "21.00"), ("#FFFFFF", "#777777", "4.48"), ("#0000FF", "#FFFFFF", "8.59")]
)
def test_contrast_is_that_of_the_guidelines(one: str, other: str, ratio: str) -> None:
    """Published examples."""
    assert f"{contrast(one, other):.2f}" == ratio


@given(st.from_regex(r"#[0-9A-F]{6}", fullmatch=True), st.from_regex(r"#[0-9A-F]{6}", fullmatch=True))
def test_contrast_does_not_depend_on_the_order(one: str, other: str) -> None:
    """Text on paper or paper on text."""
    assert contrast(one, other) == contrast(other, one) and Decimal(1) <= contrast(one, other) <= Decimal("21.01")
