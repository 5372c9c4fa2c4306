"""What people wrote: a small Markdown, read apart, that can only make what it may make."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from seapgen.compose.material import Material
from seapgen.compose.outline import section_block
from seapgen.localise.language import load_language
from seapgen.model.document import Block, Items, Paragraph, Section
from seapgen.model.errors import MissingTranslationError
from seapgen.model.finding import Severity
from seapgen.model.inline import FigureInline, Inline, Span, Strong, Text, plain, walk
from seapgen.model.message import Figure, Verbatim, Words, msg
from seapgen.model.units import Unit
from tests.unit.compose.chapter import NASTY, outlined, printed

TEXTS = st.one_of(
    st.sampled_from(NASTY), st.text(max_size=40), st.text(alphabet="*_[]()#|-\n `<>&{}%\\!1.^x\U000f0000", max_size=60)
)


def own(text: str, **figures: Figure) -> tuple[Block[Inline], ...]:
    """The blocks of a text."""
    block = section_block("s", (), {"en": text})
    (section,) = printed((block,), figures=figures).document.blocks
    assert isinstance(section, Section)
    return section.blocks


def letters(node: object) -> str:
    """All letters of blocks."""
    return "".join(n.text for n in walk(node) if isinstance(n, Text | FigureInline))


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("{{7*7}} {% raw %}", "{{7*7}} {% raw %}"), ("<script>alert(1)</script>", "<script>alert(1)</script>"), ("<b>x</b> &amp;", "<b>x</b> &amp;"),
        ("![x](https://a.b/c)", "!x"), ("[x](javascript:alert(1))", "[x](javascript:alert(1))"), ("[x](file:///etc/passwd)", "[x](file:///etc/passwd)"),
        ("x[^1]\n\n[^1]: y", "x[^1][^1]: y"), ("a\n===", "a ==="), ("a\n---", "a ---"), ("    code", "code"), ("```\nx\n```", "``` x ```"), ("> q", "> q"),
        ("[#id] {energy}", "[#id] {energy}"),
    ],
)  # fmt: skip
def test_what_is_not_in_the_small_language_stays_letters(text: str, seen: str) -> None:
    """Nothing is dropped, and nothing becomes live."""
    assert letters(own(text)) == seen


def test_own_text_has_paragraphs_lists_emphasis_links_and_a_plain_table() -> None:
    """The table has no caption and no number."""
    blocks = own("A *b* **c** [d](https://e.f).\n\n- g\n- h\n\n1. i\n\n| j | k |\n|---|---|\n| l | *m* |\n")

    assert [type(b).__name__ for b in blocks] == ["Paragraph", "Items", "Items", "Table"]
    assert letters(blocks) == "A b c d.ghijklm"


def test_nested_marks_and_lists_of_one_kind_close_in_order() -> None:
    """The end of an inner list is not the end of the outer one."""
    (items,) = own("- a\n  - b\n  - c\n- d\n")

    assert letters(own("**1*:*")) == "1:"
    assert isinstance(items, Items)
    assert [letters(item) for item in items.items] == ["abc", "d"]


def test_a_heading_in_own_text_is_a_line_in_bold() -> None:
    """The outline of the document is ours."""
    assert own("## Hello") == (Paragraph((Strong((Text("Hello"),)),)),)


def test_a_link_to_a_figure_prints_its_current_value() -> None:
    """Words about a figure stay; an unknown figure is printed as written, with a finding."""
    figure = Figure("f", Decimal("28388.4"), Unit.T_CO2)
    block = section_block("s", (), {"en": "Today [20 000 t](figure:f), [see](figure:f), [9 t](figure:g)."})
    done = printed((block,), figures={"f": figure})

    assert letters(done.document.blocks) == "Today 28,388\u00a0t\u00a0CO₂, see, 9 t."
    assert [(f.code, f.severity) for f in done.findings] == [("M7", Severity.WARNING)]


@given(text=TEXTS)
@example(text="a\n\n# b [#c]\n\nd")
def test_own_text_can_only_make_the_nouns_it_may_make(text: str) -> None:
    """Whatever it holds, what stands before and after it is untouched."""
    source = "## {% trans %}A{% endtrans %} [#a]\n\n{{ text('s') }}\n\n{{ after }}\n"
    chapter = outlined(source, Material({"after": "the end"}, {"s": {"en": text or "x"}}))
    blocks = printed(chapter.blocks).document.blocks
    inside = {type(n).__name__ for b in blocks[1:-1] for n in walk(b)}

    assert blocks[-1] == Paragraph((Text("the end"),))
    assert letters(blocks[0]) == "A"
    assert inside <= {
        "Section",
        "Paragraph",
        "Items",
        "Table",
        "Column",
        "Row",
        "Text",
        "Strong",
        "Emphasis",
        "Link",
        "LineBreak",
    }


def test_a_text_in_the_documents_language_is_printed_as_ones_own() -> None:
    """With the language of the text."""
    block = section_block("s", (msg("Vision"),), {"it": "Testo.", "en": "Text."})
    (section,) = printed((block,)).document.blocks

    assert section == Section("s", (Text("Vision"),), "en", True, (Paragraph((Text("Text."),)),))


def test_a_text_missing_in_this_language_is_refused_with_everything_else_that_is_missing() -> None:
    """All at once, each with the languages that there are."""
    blocks = (section_block("s", (), {"it": "Testo."}), Paragraph((Words({"it": "Ciao"}),)), Paragraph((Verbatim("x"),)))
    with pytest.raises(MissingTranslationError) as refused:
        printed(blocks)

    assert [(f.code, f.source.file) for f in refused.value.findings] == [("M6", "s"), ("M6", "Ciao")]


def test_a_draft_prints_the_language_of_reference_marked_and_lists_it() -> None:
    """The text is tagged with its own language."""
    blocks = (section_block("s", (), {"en": "Text."}), Paragraph((Words({"en": "Hello"}),)))
    done = printed(blocks, load_language("en_XA"), draft=True)

    section, paragraph = done.document.blocks
    assert section == Section("s", (), "en", True, (Paragraph((Text("Text."),)),), draft=True)
    assert paragraph == Paragraph((Span("en", (Text("Hello"),), draft=True),))
    assert [(f.code, f.severity) for f in done.findings] == [("M6", Severity.WARNING)] * 2


@pytest.mark.parametrize("texts", [{}, {"en": ""}, {"en": "  \n"}])
def test_without_text_a_section_holds_the_default(texts: dict[str, str]) -> None:
    """Blanks are no text."""
    default = (Paragraph((Verbatim("x"),)),)

    assert section_block("s", (), texts, default) == Section("s", (), "", False, default)


def test_plain_letters_of_a_text_are_kept() -> None:
    """A control for the tests above: they would notice a lost letter."""
    (paragraph,) = own("ab")

    assert isinstance(paragraph, Paragraph)
    assert plain(paragraph.children) == "ab"
