"""What cannot be set is refused with a finding, never printed as an empty box."""

from __future__ import annotations

from dataclasses import replace

import pytest

from seapgen.model.document import FigureBlock, Image, Paragraph
from seapgen.model.errors import BrokenTemplateError, InvalidInputError
from seapgen.model.finding import Finding
from seapgen.model.inline import Text
from seapgen.render.pdf import render_pdf
from tests.support.default_theme import default_theme
from tests.unit.render.pdf.sample import around, set_
from tests.unit.render.svg.charts import bars


def values(finding: Finding) -> dict[str, str]:
    """The letters in a finding's places."""
    return {name: getattr(value, "text", "") for name, value in finding.message.values}


def test_letters_without_glyph_are_named() -> None:
    """The finding names the letters and the text that has them."""
    with pytest.raises(InvalidInputError) as refused:
        set_(Paragraph((Text("Fine."),)), Paragraph((Text("The sister city 東京 in Japan"),)))

    assert [values(f) for f in refused.value.findings] == [{"letters": "東京", "text": "The sister city 東京 in Japan"}]
    assert {f.municipality for f in refused.value.findings} == {"turin"}


def test_letters_without_glyph_in_a_chart_are_named() -> None:
    """Charts are drawings, but their letters are checked too."""
    chart = bars(1)
    labelled = replace(chart, bars=(replace(chart.bars[0], label=(Text("東"),)),))

    with pytest.raises(InvalidInputError) as refused:
        set_(FigureBlock("f", (Text("c"),), (Text("alt"),), labelled))

    assert [values(f) for f in refused.value.findings] == [{"letters": "東", "text": "東"}]


def test_a_broken_picture_is_named() -> None:
    """Bytes that are no picture."""
    broken = FigureBlock("f", (Text("c"),), (Text("alt"),), Image(b"\x89PNG no picture", 10, 10, ""))

    with pytest.raises(InvalidInputError) as refused:
        set_(broken)

    assert "reason" in values(refused.value.findings[0])


def test_a_picture_without_alternative_text_is_refused() -> None:
    """Who cannot see it must hear it."""
    with pytest.raises(BrokenTemplateError):
        set_(FigureBlock("f", (Text("c"),), (), bars(1)))


def test_a_font_that_does_not_ship_is_refused() -> None:
    """No other font takes its place in silence."""
    with pytest.raises(BrokenTemplateError):
        render_pdf(around(), replace(default_theme(), fonts=("Helvetica Neue",)))


def test_a_colour_that_is_none_is_refused() -> None:
    """A mistyped token is a finding of the theme."""
    theme = default_theme()

    with pytest.raises(BrokenTemplateError) as refused:
        render_pdf(around(), replace(theme, colours={**theme.colours, "muted": "#GG0000"}))

    assert refused.value.findings[0].code == "T21"


def test_one_refusal_does_not_spoil_the_next_document() -> None:
    """The compiler goes on working after an error."""
    before = set_(Paragraph((Text("Fine."),)))
    with pytest.raises(InvalidInputError):
        set_(Paragraph((Text("東"),)))

    assert set_(Paragraph((Text("Fine."),))) == before
