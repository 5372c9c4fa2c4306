"""The chapter language: what it allows, what it refuses with file and line, and what the outline makes of it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

import pytest

from seapgen.compose.chapters import compile_chapter
from seapgen.compose.material import Material
from seapgen.model.document import Callout, Heading, Items, Paragraph, Section
from seapgen.model.errors import BrokenTemplateError
from seapgen.model.inline import Footnote, Text, plain, walk
from seapgen.model.message import Figure, Message, NoteMark, Prose, Term, Verbatim
from seapgen.model.units import Unit
from tests.unit.compose.chapter import outlined, page, printed, reasons


@dataclass(frozen=True)
class Bag:
    """A view of two values."""

    x: str = "v"
    n: Figure = Figure("n", Decimal(2), Unit.COUNT)  # noqa: RUF009 - a figure is frozen


VIEWS: dict[str, object] = {"x": "v", "y": "w", "a": Bag(), "b": Bag("other"), "view": Term("sector.tertiary")}


@pytest.mark.parametrize(
    ("source", "why"),
    [
        ("{{ ''.__class__ }}", "underscore"), ("{{ x | safe }}", "filter"), ("{{ x ~ y }}", "concat"), ("{{ x.y() }}", "call"), ("{{ 7*7 }}", "mul"),
        ("{% macro m() %}{% endmacro %}", "macro"), ("{% include 'x' %}", "include"), ("{% set x = 1 %}", "assign"), ("{{ _x }}", "underscore"),
        ("{{ x[0] }}", "getitem"), ("{{ [x] }}", "list"), ("{{ table(x) }}", "call"), ("{{ table('a', 'b') }}", "call"), ("{% if x is defined %}{% endif %}", "test"),
        ("Words that nobody translates", "outside a sentence"), ("## {% trans %}A{% endtrans %}", "no id"), ("{% trans %}{{ a.x }} {{ b.x }}{% endtrans %}", "two values"),
        ("{% trans x=a.x %}{{ b.x }}{% endtrans %}", "two values"), ("{% trans %}a { b{% endtrans %}", "braces"),
        ("{% trans %}{% if x %}a{% endif %}{% endtrans %}", "one sentence for each case"), ("{% trans %}x", "no end"), ("{% trans %}{{ 'a' }}{% endtrans %}", "no name"),
        ("{% trans %}a{% pluralize %}b{% endtrans %}", "no count"), ("{% trans n=x %}a{% pluralize %}b{% endtrans %}", "count"),
        ("{{ table('none') }}", "no piece"), ("{% trans %}a{{ note('n') }}{% endtrans %}", "footnotes"), ("[^n]: {% trans %}a{% endtrans %}", "footnotes"),
        ("{{ undefined_thing }}", "undefined"), ("{% if typo %}{% endif %}", "undefined"), ("{% trans %}Of {{ a.typo }}{% endtrans %}", "no attribute"),
        ("{% trans %}Of {{ typo }}{% endtrans %}", "undefined"), ("{% if a.typo %}{% endif %}", "no attribute"),
        ("## {{ text('t') }} [#x]", "no id"), ("- {{ text('t') }}", "list"), ("- {% if not x %}{{ x }}{% endif %}", "list"), ("a{{ x }}", "not understood"),
        ("*{{ x }}*{{ x }}b", "not understood"), ("{% trans %}[a](https://example.org/{{ x }}){% endtrans %}", "address"),
        ("{% trans %}[a](https://example.org '{{ x }}'){% endtrans %}", "nothing is printed"),
        ("\U000f0000", "private-use"),
        ("{% lead %}{% trans %}A.{% endtrans %}\n\n{% trans %}B.{% endtrans %}{% endlead %}", "one paragraph"), ("{% callout %}- {{ x }}\n{% endcallout %}", "paragraph"),
        ("{% section x %}{% endsection %}", "cannot be read"), ("{% section 's' %}", "cannot be read"), ("{{ x }}\n\n# {{ x }} [#t]", "title"),
        ("# {{ x }} [#t]\n\n# {{ x }} [#u]", "title"), ("{% if x %}", "cannot be read"),
    ],
)  # fmt: skip
def test_a_chapter_that_cannot_be_used_is_refused(source: str, why: str) -> None:
    """With the file, the fact and a way out; never a traceback of the template engine."""
    material = Material(VIEWS, {"t": {"en": "Own."}}, {"p": ()})
    with pytest.raises(BrokenTemplateError) as refused:
        printed(outlined(source, material).blocks)

    finding = refused.value.findings[0]
    assert finding.source.file == "chapter.md"
    assert finding.proposal
    assert why in reasons(refused.value).lower()


@pytest.mark.parametrize(
    "source",
    [
        "{{ typo }}",
        "{% trans %}Of {{ a.typo }}{% endtrans %}",
        "{{ x | safe }}",
        "{% trans %}{{ a.x }} {{ b.x }}{% endtrans %}",
        "words here",
    ],
)
def test_a_refusal_names_the_line(source: str) -> None:
    """The writer of a chapter finds the place."""
    with pytest.raises(BrokenTemplateError) as refused:
        outlined(f"{{{{ x }}}}\n\n{source}\n", Material(VIEWS))

    assert refused.value.findings[0].source.line == 3


def test_a_chapter_is_compiled_once() -> None:
    """By its content: a changed file is another chapter."""
    assert compile_chapter("a.md", "{{ x }}") is compile_chapter("a.md", "{{ x }}")
    assert compile_chapter("a.md", "{{ x }}") is not compile_chapter("a.md", "{{ y }}")


def test_sentences_on_their_own_lines_are_one_paragraph_with_spaces() -> None:
    """Neither glued together nor parted, whichever conditions hold."""
    source = "{% trans %}\nOne\nline.\n{% endtrans %}\n{% if yes %}\n  {% trans %}Two.{% endtrans %}\n{% endif %}\n{% trans %}Three.{% endtrans %}\n"

    assert page(source, yes=True) == (Paragraph((Text("One line. Two. Three."),)),)
    assert page(source, yes=False) == (Paragraph((Text("One line. Three."),)),)


def test_a_slot_is_called_by_the_last_name_of_its_value() -> None:
    """The catalogue shows `{x}` for `{{ a.x }}`; the same value may stand twice."""
    compiled = compile_chapter("a.md", '{% trans "place" y=b.x %}{{ a.x }}, {{ a.x }}, {{ y }}{% endtrans %}')

    assert [message.key for _, message in compiled.messages] == [("{x}, {x}, {y}", None, "place")]


def test_a_plural_is_chosen_by_the_value_n() -> None:
    """And its sentences are extracted together."""
    source = "{% trans n=a.n %}{{ n }} action{% pluralize %}{{ n }} actions{% endtrans %}\n"
    one = Bag(n=Figure("n", Decimal(1), Unit.COUNT))

    assert compile_chapter("a.md", source).messages[0][1] == Message("{n} action", "{n} actions")
    assert [plain(page(source, a=bag)[0].children) for bag in (one, Bag())] == ["1 action", "2 actions"]  # type: ignore[union-attr]


def test_headings_without_content_disappear_with_their_parents() -> None:
    """An empty piece under a heading is no content."""
    titles = "".join(
        f"{mark} {{% trans %}}{name}{{% endtrans %}} [#{name}]\n\n" for mark, name in [("##", "b"), ("###", "c"), ("##", "d")]
    )
    source = f"# {{% trans %}}A{{% endtrans %}} [#a]\n\n{titles}{{{{ x }}}}\n\n## {{% trans %}}E{{% endtrans %}} [#e]\n\n{{{{ table('p') }}}}\n"
    chapter = outlined(source, Material(VIEWS, {}, {"p": ()}))

    assert [b.id for b in chapter.blocks if isinstance(b, Heading)] == ["d"]
    assert (chapter.id, chapter.title) == ("a", (Message("A"),))


def test_a_lead_becomes_the_chapters_opening_words() -> None:
    """It is not repeated among the blocks; an empty one is none."""
    source = "# {% trans %}A{% endtrans %} [#a]\n\n{% lead %}\n{% if yes %}\n{% trans %}Words.{% endtrans %}\n{% endif %}\n{% endlead %}\n\n{{ x }}\n"

    assert outlined(source, x="v", yes=True).lead == (Message("Words."),)
    assert outlined(source, x="v", yes=False).lead == ()
    assert outlined(source, x="v", yes=True).blocks == (Paragraph((Verbatim("v"),)),)


def test_the_first_paragraph_of_a_callout_is_its_title() -> None:
    """The rest is its content."""
    source = "{% callout %}\n{% trans %}Note{% endtrans %}\n\n{% trans %}Words.{% endtrans %}\n\n- {{ x }}\n{% endcallout %}\n"

    assert outlined(source, x="v").blocks == (
        Callout((Message("Note"),), (Paragraph((Message("Words."),)), Items(False, ((Paragraph((Verbatim("v"),)),),)))),
    )


def test_default_sentences_stand_in_an_editable_section_and_give_way_to_own_text() -> None:
    """The section's title is the nearest heading, or what the chapter says."""
    source = "## {% trans %}Vision{% endtrans %} [#v]\n\n{% section 's' %}\n{% trans %}Default.{% endtrans %}\n{% endsection %}\n"
    default, own = outlined(source), outlined(source, Material({}, {"s": {"it": "Mio."}}))

    assert default.blocks[1] == Section("s", (Message("Vision"),), "", False, (Paragraph((Message("Default."),)),))
    assert own.blocks[1] == Section("s", (Message("Vision"),), "", True, (Paragraph((Prose({"it": "Mio."}),)),))


def test_a_section_may_name_its_title() -> None:
    """And the title is extracted for translators."""
    source = "{% section 's', 'The method' %}\n{{ x }}\n{% endsection %}\n"
    section = outlined(source, x="v").blocks[0]

    assert isinstance(section, Section)
    assert section.title == (Message("The method"),)
    assert Message("The method") in [message for _, message in compile_chapter("chapter.md", source).messages]


@pytest.mark.parametrize(
    "source",
    ["{% section 's' %}{% if no %}{{ x }}{% endif %}{% endsection %}", "{{ text('none') }}", "{% callout %}{% endcallout %}"],
)
def test_a_frame_around_nothing_is_none(source: str) -> None:
    """No empty box and no empty section."""
    assert outlined(source, no=False, x="v").blocks == ()


def test_a_piece_stands_where_the_chapter_names_it() -> None:
    """Tables, charts, cards and bands are looked up by name, and put in as they are."""
    piece = (Paragraph((Verbatim("one"),)), Paragraph((Verbatim("two"),)))
    for call in ("table", "chart", "keyfigures", "cards"):
        assert outlined(f"{{{{ x }}}}\n\n{{{{ {call}('p') }}}}\n", Material(VIEWS, {}, {"p": piece})).blocks[1:] == piece


def test_a_footnote_stands_at_its_mark() -> None:
    """Its sentences come from below; the mark may stand in any sentence, also of the lead."""
    source = "{% lead %}{% trans %}A{{ note('n') }}.{% endtrans %}{% endlead %}\n\n{{ x }}\n\n[^n]: {% trans %}One.{% endtrans %} {% trans %}Two.{% endtrans %}\n"
    chapter = outlined(source, x="v")

    assert chapter.lead == (Message("A{n}.", values=(("n", NoteMark("n", (Message("One."), Message("Two.")))),)),)
    (paragraph,) = printed((Paragraph(chapter.lead),)).document.blocks
    assert paragraph == Paragraph((Text("A"), Footnote((Text("One. Two."),)), Text(".")))


def test_a_footnote_goes_with_the_default_text_that_its_mark_stands_in() -> None:
    """Where people wrote a text of their own, the words below are left out with the mark; it is no fault of theirs."""
    source = (
        "{% section 's' %}{% trans %}A{{ note('n') }}.{% endtrans %}{% endsection %}\n\n[^n]: {% trans %}One.{% endtrans %}\n"
    )
    (section,) = outlined(source, Material({}, {"s": {"en": "Ours."}})).blocks

    assert [Prose({"en": "Ours."})] == [n for n in walk(section) if isinstance(n, Prose)]
    assert [] == [n for n in walk(section) if isinstance(n, NoteMark)]


def test_conditions_and_loops_decide_what_is_said() -> None:
    """That is all a chapter decides."""
    source = "{% for v in all %}\n{% if v.x == 'v' and not no or no %}\n- {{ v.x }}\n{% endif %}\n{% endfor %}\n"
    (items,) = page(source, all=(Bag(), Bag("w"), Bag()), no=False)

    assert [plain(n.children) for n in walk(items) if isinstance(n, Paragraph)] == ["v", "v"]


def test_the_same_material_gives_the_same_outline() -> None:
    """Nothing of one run is left for the next."""
    source = "{% trans %}A {{ x }}.{% endtrans %}\n"

    assert outlined(source, x="v") == outlined(source, x="v")
