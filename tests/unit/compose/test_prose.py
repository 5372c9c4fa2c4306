"""An outline meets a language: every line of every block, and what a translation can and cannot do."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from seapgen import resources
from seapgen.compose.numbering import numbered
from seapgen.compose.prose import PLANNED, localised
from seapgen.localise.language import load_language
from seapgen.localise.po import Found, updated
from seapgen.model.chart import Bar, BarChart
from seapgen.model.document import BLOCKS, FigureBlock, LanguagePart, Paragraph, Row, Table, Tile, Tiles
from seapgen.model.errors import MissingTranslationError
from seapgen.model.finding import Severity
from seapgen.model.inline import FigureInline, Footnote, Span, Strong, Text, plain, walk
from seapgen.model.language import Language
from seapgen.model.message import Figure, Message, NoteMark, Term, Verbatim, msg
from seapgen.model.units import Unit
from tests.support.planned import unlocalised
from tests.support.specimen_document import specimen_document
from tests.unit.compose.chapter import outlined, printed

ENERGY = Figure("a:energy", Decimal("1234.6"), Unit.MWH)
SENTENCE = "This means {energy} less every year."


def translated(folder: Path, text: str, *, code: str = "sv") -> Language:
    """Swedish, or another language, that knows one sentence."""
    shutil.copy(resources.folder("locales") / "profiles.toml", folder)
    (folder / code / "LC_MESSAGES").mkdir(parents=True)
    shutil.copy(resources.folder("locales") / "en" / "terms.toml", folder / code)
    po = folder / code / "LC_MESSAGES" / "seapgen.po"
    head = updated(po, code, [Found(msg("One."), "x")]).decode().partition("#: x")[0]
    po.write_text(f'{head}\n\nmsgid "{SENTENCE}"\nmsgstr "{text}"\n', encoding="utf-8")
    return load_language(code, folder)


def test_every_block_and_chart_meets_its_language() -> None:
    """Nothing planned is left, and the tree has the shape of the specimen."""
    specimen = specimen_document()
    done = localised(unlocalised(specimen), load_language("en")).document
    left = [
        n
        for n in walk(done)
        if isinstance(n, PLANNED) and not isinstance(n, Text) and type(n).__name__ not in ("Strong", "Emphasis", "Link")
    ]
    figures = [(n.id, n.value, n.unit) for n in walk(done) if isinstance(n, FigureInline)]

    assert left == []
    assert {type(n) for n in walk(done)} >= set(BLOCKS)
    assert figures == [
        (n.id, n.value, n.unit) for n in walk(specimen) if isinstance(n, FigureInline) if not _in_footnotes(n, specimen)
    ]


def _in_footnotes(figure: FigureInline, tree: object) -> bool:
    return any(figure is n for note in walk(tree) if isinstance(note, Footnote) for n in walk(note))


def test_a_document_is_tagged_with_its_language() -> None:
    """Whatever the outline said."""
    done = localised(replace(unlocalised(specimen_document()), language="", tag=""), load_language("en")).document

    assert (done.language, done.tag) == ("en", "en-GB")


def test_a_figure_has_the_role_of_its_place() -> None:
    """Bare in a table's cell, in a chart and tile as such, with its unit in a sentence, wherever that stands."""
    table = Table("t", (msg("Of {energy}.", energy=ENERGY),), (), (Row(((ENERGY,), (msg("{energy}", energy=ENERGY),))),))
    chart = FigureBlock("f", (), (), BarChart(Unit.MWH, (Bar((Verbatim("x"),), ENERGY, None),)))
    tiles = Tiles("k", (Tile((), replace(ENERGY, scale="k")),))
    figures = [n for n in walk(printed((table, chart, tiles)).document.blocks) if isinstance(n, FigureInline)]

    assert [(n.role, n.text.replace("\u00a0", " ")) for n in figures] == [
        ("text", "1,235 MWh"), ("table", "1,235"), ("text", "1,235 MWh"), ("chart", "1,235 MWh"), ("chart", "1.23 GWh"),
    ]  # fmt: skip


def test_a_sentence_inside_a_sentence_is_translated_too() -> None:
    """A message may be a value."""
    (paragraph,) = printed((Paragraph((msg("{a}: {b}", a=msg("**One**."), b="*x*"),)),)).document.blocks

    assert paragraph == Paragraph((Strong((Text("One"),)), Text(".: *x*")))


def test_a_missing_sentence_is_refused_and_a_draft_marks_it(tmp_path: Path) -> None:
    """In a draft it stands there in the language of reference, tagged, and listed once."""
    swedish, english = translated(tmp_path, ""), load_language("en")
    blocks = (Paragraph((msg(SENTENCE, energy=ENERGY),)),) * 2
    with pytest.raises(MissingTranslationError) as refused:
        printed(blocks, swedish)
    done = printed(blocks, swedish, draft=True)
    spans = [n for n in walk(done.document.blocks) if isinstance(n, Span)]

    assert [f.code for f in refused.value.findings] == ["M2"]
    assert [(n.language, n.draft, plain(n)) for n in spans] == [("en", True, "This means 1,235\u00a0MWh less every year.")] * 2
    assert [(f.code, f.severity) for f in done.findings] == [("M2", Severity.WARNING)]
    assert english.say(done.findings[0].message)


@pytest.mark.parametrize(
    "text",
    [
        "{other}.",
        "{energy:nema}.",
        "{{ energy }}.",
        "{energy} \U000f0001.",
        "[x](https://a.b/{energy}).",
        "[x](https://a.b '{energy}').",
    ],
)
def test_a_broken_translation_cannot_reach_a_document(tmp_path: Path, text: str) -> None:
    """Unknown slots and forms, braces, reserved letters, a value in an address."""
    with pytest.raises(MissingTranslationError) as refused:
        printed((Paragraph((msg(SENTENCE, energy=ENERGY),)),), translated(tmp_path, text))

    assert refused.value.findings[0].code in ("M4", "M5")


@pytest.mark.parametrize(
    "text",
    [
        "# {energy}.",
        "1. {energy}.",
        "- {energy}.",
        "> {energy}.",
        "{energy} | a.",
        "--- {energy}.",
        "[^ipcc]: {energy}.",
        "100 % {energy}.",
        "%(x)s {energy}.",
        "<script>{energy}.",
    ],
)
def test_a_translation_can_never_change_the_structure(tmp_path: Path, text: str) -> None:
    """It is read as one line, whatever it looks like."""
    (paragraph,) = printed((Paragraph((msg(SENTENCE, energy=ENERGY),)),), translated(tmp_path, text)).document.blocks

    assert isinstance(paragraph, Paragraph)
    assert plain(paragraph.children) == text.replace("{energy}", "1\u00a0235\u00a0MWh")
    assert [type(n).__name__ for n in walk(paragraph) if not isinstance(n, Text)] == ["Paragraph", "FigureInline"]


def test_the_structure_is_the_same_in_every_language() -> None:
    """The outline is made before the language is known."""
    source = "## {% trans %}A{% endtrans %} [#a]\n\n{% trans %}**B** {{ e }}.{% endtrans %}\n\n- {{ e }}\n- {{ t }}\n"
    blocks = outlined(source, e=ENERGY, t=Term("sector.waste")).blocks
    shapes = [_shape(printed(blocks, load_language(code)).document.blocks) for code in ("en", "en_XA")]

    assert shapes[0] == shapes[1]


def _shape(node: object) -> list[str]:
    return [type(n).__name__ for n in walk(node) if not isinstance(n, Text)]


def test_no_text_of_a_pseudo_build_bypasses_the_catalogue() -> None:
    """Every sentence, caption, label and term has accents; what is letter by letter has not."""
    source = (
        "# {% trans %}Title{% endtrans %} [#a]\n\n{% trans %}Total is {{ e }} for {{ t }}.{% endtrans %}\n\n{{ table('p') }}\n"
    )
    table = Table("p", (msg("Energy in total"),), (), (Row(((Term("sector.waste"),),)),), (), (msg("Source: own data"),))
    from seapgen.compose.material import Material

    chapter = outlined(source, Material({"e": ENERGY, "t": Term("sector.tertiary")}, {}, {"p": (table,)})).chapter()
    texts = [n.text for n in walk(printed((chapter,), load_language("en_XA")).document.blocks) if isinstance(n, Text)]

    assert len(texts) == 6
    assert all(any(ord(letter) > 127 for letter in text) for text in texts if text.strip(" ."))


def test_a_date_at_the_end_of_a_sentence_keeps_one_point(tmp_path: Path) -> None:
    """`18. ožujka 2013.` ends its sentence too; a sentence that goes on keeps its comma."""
    croatian = translated(tmp_path, "Dana {energy}.", code="hr")
    day = Figure("d", date(2013, 3, 18), Unit.DATE)
    (paragraph,) = printed((Paragraph((msg(SENTENCE, energy=day),)),), croatian).document.blocks

    assert isinstance(paragraph, Paragraph)
    assert plain(paragraph.children).replace("\u00a0", " ") == "Dana 18. ožujka 2013."


def test_a_footnote_of_python_code_brings_its_words() -> None:
    """As one of a chapter file does."""
    (paragraph,) = printed((Paragraph((msg("A{n}.", n=NoteMark("n", (msg("One."),))),)),)).document.blocks

    assert paragraph == Paragraph((Text("A"), Footnote((Text("One."),)), Text(".")))


def test_a_part_in_another_language_is_kept_as_a_part() -> None:
    """It comes localised; its words are letters here."""
    specimen = specimen_document()
    done = localised(numbered(unlocalised(specimen)), load_language("en")).document

    assert [n.language for n in walk(done) if isinstance(n, LanguagePart)] == [
        n.language for n in walk(specimen) if isinstance(n, LanguagePart)
    ]


def test_two_runs_give_equal_documents() -> None:
    """Law 8."""
    first, second = (localised(unlocalised(specimen_document()), load_language("en")) for _ in range(2))

    assert first == second


def test_a_line_of_nothing_stays_a_line_of_nothing() -> None:
    """Empty captions and empty messages make no empty letters."""
    assert printed((Paragraph(()), Paragraph((Message(""), Verbatim(""))))).document.blocks == (Paragraph(()), Paragraph(()))
