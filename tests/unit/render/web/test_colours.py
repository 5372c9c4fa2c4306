"""Colours of the page: an agency may choose, a reader can read."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seapgen.model.theme import Theme
from seapgen.render.web.colours import READABLE, contrast, dark_tokens, light_tokens, readable, style
from tests.support.default_theme import default_theme

PAPERS = ("paper", "tint", "tint-strong", "accent-tint")
PAIRS = [  # letters, their ground
    *((letters, paper) for letters in ("ink", "muted", "primary") for paper in PAPERS), ("saving", "paper"), ("warning", "paper"),
    ("on-band", "band"), ("band-soft", "band"), ("on-accent", "accent"), ("on-saving", "saving"),
    *((f"os{n}", f"s{n}") for n in range(1, 9)),
]  # fmt: skip
colour = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06X}")


def weakest(tokens: dict[str, str]) -> tuple[float, str]:
    """The pair with the least contrast."""
    return min((contrast(tokens[letters], tokens[ground]), f"{letters} on {ground}") for letters, ground in PAIRS)


@pytest.mark.parametrize("tokens", [light_tokens(default_theme()), dark_tokens(default_theme())], ids=["light", "dark"])
def test_letters_of_the_theme_that_ships_are_readable(tokens: dict[str, str]) -> None:
    """Every text reaches 4.5:1 on every ground it stands on (WCAG 2.2, level AA)."""
    assert weakest(tokens) >= (READABLE, "")


@given(st.fixed_dictionaries({name: colour for name in default_theme().colours}))
def test_letters_of_any_theme_are_readable(colours: dict[str, str]) -> None:
    """No choice of an agency makes a text too weak."""
    theme = replace(default_theme(), colours=colours)

    assert min(weakest(light_tokens(theme)), weakest(dark_tokens(theme))) >= (READABLE, "")


@pytest.mark.parametrize(
    "name", ["ink", "muted", "line", "tint", "tint-strong", "accent", "accent-tint", "primary", "saving", "warning"]
)
def test_the_theme_that_ships_is_shown_as_it_is(name: str) -> None:
    """Colours that can be read are not changed."""
    assert light_tokens(default_theme())[name] == default_theme().colours[name].lower()


def test_an_agency_gives_the_page_its_colour() -> None:
    """Another primary colour reaches bands, letters and bars."""
    theme = Theme({**default_theme().colours, "primary": "#7A1F3D"}, default_theme().fonts, default_theme().fallback_font)
    tokens = light_tokens(theme)

    assert {tokens["band"], tokens["primary"], tokens["bar"]} == {"#7a1f3d"}


def test_a_pale_primary_stays_on_the_band_and_darkens_in_letters() -> None:
    """Yellow is a fine field with dark letters, and no colour for letters on white."""
    tokens = light_tokens(replace(default_theme(), colours={**default_theme().colours, "primary": "#F2C230"}))

    assert tokens["band"] == "#f2c230"
    assert contrast(tokens["on-band"], tokens["band"]) >= READABLE
    assert tokens["primary"] != "#f2c230"


def test_a_readable_colour_keeps_its_hue() -> None:
    """Only lightness moves: red stays red."""
    red, green, blue = bytes.fromhex(readable("#ff8080", ("#ffffff",))[1:])

    assert red > green == blue


def test_dark_colours_are_for_screens() -> None:
    """A page that is printed from a dark screen is printed light."""
    assert "@media screen and (prefers-color-scheme:dark)" in style(default_theme())


@pytest.mark.parametrize(
    ("one", "other", "ratio"), [("#000000", "#ffffff", 21.0), ("#777777", "#ffffff", 4.48), ("#0B4F5C", "#0b4f5c", 1.0)]
)
def test_contrast_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    """Known values of the formula."""
    assert contrast(one, other) == pytest.approx(ratio, abs=0.005)
