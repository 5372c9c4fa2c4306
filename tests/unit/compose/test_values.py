"""A value is letters from the data to the page: no parser looks into it."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from seapgen.compose.held import Desk
from seapgen.model.document import Heading, Items, Paragraph
from seapgen.model.errors import BrokenTemplateError
from seapgen.model.inline import FigureInline, Inline, Link, Strong, Text, plain, walk
from seapgen.model.message import Figure, Term, Verbatim
from seapgen.model.units import Unit
from seapgen.model.vocabulary import Sector
from tests.unit.compose.chapter import NASTY, page, reasons

TEXTS = st.one_of(st.sampled_from(NASTY), st.text(max_size=40), st.lists(st.sampled_from(NASTY), max_size=4).map(" ".join))
LEFT = st.sampled_from(["", "*", "**", "_", "a", " ", "(", "“", "[", "|", "#", "\\"])
RIGHT = st.sampled_from(["", "*", "**", "_", "a", " ", ")", "]", "|"])


def kinds(node: object) -> list[str]:
    """The kinds of all nouns but letters."""
    return [type(n).__name__ for n in walk(node) if not isinstance(n, Text)]


def letters(text: str) -> tuple[Inline, ...]:
    """A line of these letters."""
    return (Text(text),) if text else ()


@given(name=TEXTS, other=TEXTS)
@example(name="# x", other="\n\n# x [#y]")
def test_a_value_comes_out_letter_by_letter_and_never_as_markup(name: str, other: str) -> None:
    """In a heading, in bold, between sentences and in a list."""
    source = (
        "## {% trans %}Of {{ name }}{% endtrans %} [#a]\n\n{% trans %}**{{ name }}** and *x*{{ other }}_y_.{% endtrans %}\n{{ name }}\n\n"
        "- {{ other }}\n- {{ name }}\n"
    )
    heading, paragraph, items = page(source, name=name, other=other)

    assert heading == Heading(2, letters(f"Of {name}"), "a")
    assert isinstance(paragraph, Paragraph)
    assert plain(paragraph.children) == f"{name} and x{other}_y_. {name}"
    assert paragraph.children[0] == Strong(letters(name))
    assert kinds(paragraph) == ["Paragraph", "Strong", "Emphasis"]
    assert items == Items(False, ((Paragraph(letters(other)),), (Paragraph(letters(name)),)))


@given(name=TEXTS, left=LEFT, right=RIGHT)
def test_the_letters_around_a_value_do_not_depend_on_it(name: str, left: str, right: str) -> None:
    """What the parser makes of a sentence is the same for every value."""
    source = f"{{% trans %}}see {left}{{{{ name }}}}{right} end{{% endtrans %}}\n"
    (got,), (like,) = page(source, name=name), page(source, name="§")
    assert isinstance(got, Paragraph)
    assert isinstance(like, Paragraph)

    assert plain(got.children) == plain(like.children).replace("§", name)
    assert kinds(got) == kinds(like)


@given(name=TEXTS)
def test_a_value_in_a_list_or_emphasis_makes_no_block(name: str) -> None:
    """However it begins."""
    source = "- *{% trans %}{{ name }}{% endtrans %}*\n\n{% trans %}{{ name }} x{% endtrans %}\n"

    assert kinds(page(source, name=name)) == kinds(page(source, name="§"))


def test_a_link_in_a_sentence_keeps_its_address_and_a_value_as_its_words() -> None:
    """The value cannot end the link."""
    (paragraph,) = page("{% trans %}See [{{ name }}](https://example.org/a).{% endtrans %}\n", name="*x*](y)")

    assert paragraph == Paragraph((Text("See "), Link("https://example.org/a", (Text("*x*](y)"),)), Text(".")))


def test_a_value_as_an_address_is_no_link() -> None:
    """It stays letters."""
    (paragraph,) = page("{% trans %}[a]({{ x }}){% endtrans %}\n", x="https://example.org")

    assert not [n for n in walk(paragraph) if isinstance(n, Link)]


def test_a_figure_in_a_sentence_keeps_its_exact_value() -> None:
    """The page knows id, value and unit of what it prints."""
    energy = Figure("municipality/x:inventory.2010.energy_mwh", Decimal("12345.678"), Unit.MWH)
    (paragraph,) = page("{% trans %}Used: {{ energy }}.{% endtrans %}\n", energy=energy)

    inline = FigureInline(energy.id, Decimal("12345.678"), Unit.MWH, "12,346\u00a0MWh", "12,346", "MWh")
    assert paragraph == Paragraph((Text("Used: "), inline, Text(".")))


@pytest.mark.parametrize("value", [7, 3.14, Decimal(2), None, True, ["x"], {"a": 1}, object(), Sector.RESIDENTIAL])
@pytest.mark.parametrize("source", ["{% trans %}There are {{ n }}.{% endtrans %}\n", "{{ n }}\n"])
def test_a_number_without_unit_and_id_is_refused(source: str, value: object) -> None:
    """So is a truth value, nothing, a list, and a key that would print untranslated."""
    with pytest.raises(BrokenTemplateError) as refused:
        page(source, n=value)

    assert "needs a unit" in reasons(refused.value)
    assert refused.value.findings[0].source.line == 1


def test_a_term_stands_small_in_a_sentence_and_as_a_label_alone() -> None:
    """The default form depends on where it stands."""
    first, second = page("{% trans %}From {{ s }}.{% endtrans %}\n\n{{ s }}\n", s=Term("sector.residential"))

    assert first == Paragraph((Text("From residential buildings."),))
    assert second == Paragraph((Text("Residential buildings"),))


def test_an_empty_value_is_printed_as_nothing() -> None:
    """It is there, but has no letters."""
    assert page("{% trans %}A{{ x }}.{% endtrans %}\n\n{{ x }}\n", x=Verbatim("")) == (Paragraph((Text("A."),)), Paragraph(()))


def test_a_thing_that_no_parser_gave_back_is_known_as_lost() -> None:
    """The net below the Markdown parser: what is held and never printed is found."""
    desk = Desk()
    first, second = desk.hold(Verbatim("a")), desk.hold(Verbatim("b"))
    desk.expand(first)
    assert desk.lost() == Verbatim("b")

    desk.expand(second)
    assert desk.lost() is None
