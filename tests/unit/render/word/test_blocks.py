"""Every block of the closed list reaches the file, with its numbers, and every text in it letter by letter."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace

import pytest
from lxml import etree

from seapgen.model.document import (
    BLOCKS,
    Chapter,
    Cover,
    FigureBlock,
    Heading,
    Image,
    Imprint,
    Labels,
    LanguagePart,
    Localised,
    Note,
    Profile,
    Section,
)
from seapgen.model.inline import FigureInline, Text, plain, walk
from tests.support.specimen_document import specimen_document
from tests.unit.render.word.sample import W, around, rewritten, said, written

WHOLE_PAGES = (Cover, Note, Chapter, Profile, Imprint, LanguagePart)
NASTY = (
    "{{7*7}}", "{% raw %}{{ agency }}{# no #}", "<w:p/><!-- -->", "&amp; & &#65;", "]]>", "=1+1", "\"'`; DROP TABLE", "{{p body }}",
    "[[chapter: annex]]", "שלום عربى", "Ünïcödé Ελληνικά Žćčšđ CO₂ − ‰", "a\u00a0b\u202fc\u2007d", "\\t \\n \\u{1F600} \U0001f600",
)  # fmt: skip


@pytest.mark.parametrize("kind", BLOCKS, ids=lambda kind: kind.__name__)
def test_block_is_written_with_all_its_words(kind: type) -> None:
    """A document with one block of a kind holds every text and every figure of it."""
    block = next(node for node in walk(specimen_document("en").blocks) if isinstance(node, kind))
    document = replace(specimen_document("en"), blocks=(block,)) if kind in WHOLE_PAGES else around(block)  # type: ignore[arg-type]
    found = said(written(document))
    texts = [node.text for node in _spoken(block)]
    figures = [node.number for node in walk(block) if isinstance(node, FigureInline) and node.role != "chart"]

    assert [text for text in (*texts, *figures) if text not in found] == []


def _spoken(node: object) -> Iterator[Text]:
    """Texts that a file must hold as they are: not the fixed words, of which each document uses some."""
    unsaid = {id(text) for labels in walk(node) if isinstance(labels, Labels) for each in fields(labels) for text in walk(getattr(labels, each.name))}  # fmt: skip
    return (text for text in walk(node) if isinstance(text, Text) and id(text) not in unsaid)


@pytest.mark.parametrize("nasty", NASTY)
def test_every_text_of_a_document_comes_out_letter_by_letter(nasty: str) -> None:
    """Prose, titles, captions, cells, alternative texts, names in charts, facts, headers, properties: nothing is interpreted."""
    document = specimen_document("en")
    changed = rewritten(document, iter([f"t{n}·{nasty}·" for n, node in enumerate(walk(document)) if isinstance(node, Text)]))
    found = said(written(changed))
    cut = {id(text) for s in walk(changed) if isinstance(s, Section) for text in walk(s.title)}  # an alias has 64 letters
    quiet = {id(text) for text in walk(changed.author)}  # the cover's organisation takes its place

    wanted = [text.text for text in _spoken(changed) if id(text) not in cut | quiet]
    assert len(wanted) > 200
    assert [text for text in wanted if text not in found] == []


def counted(members: dict[str, bytes]) -> list[str]:
    """The numbers that Word counts before headings, in order: an independent reading of numbering.xml and styles.xml."""
    numbering, styles = etree.fromstring(members["word/numbering.xml"]), etree.fromstring(members["word/styles.xml"])
    definitions = {a.get(f"{W}abstractNumId"): a for a in numbering.iter(f"{W}abstractNum")}
    lists = {n.get(f"{W}numId"): n.find(f"{W}abstractNumId").get(f"{W}val") for n in numbering.iter(f"{W}num")}
    by_style = {s.get(f"{W}styleId"): s for s in styles.iter(f"{W}style")}
    state: dict[str, list[int]] = {}
    labels = []
    for paragraph in etree.fromstring(members["word/document.xml"]).iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        name = "" if style is None else style.get(f"{W}val")
        if name.startswith("Heading"):
            labels.append(_label(_numbering_of(paragraph, by_style.get(name), by_style), lists, definitions, state))
    return labels


def _numbering_of(
    paragraph: etree._Element, style: etree._Element | None, by_style: dict[str, etree._Element]
) -> tuple[str, int]:
    """List and level of a paragraph: its own, else those of its style and of the styles below it."""
    node, key, level = paragraph, None, None
    while node is not None:
        found = node.find(f"{W}pPr/{W}numPr")
        if found is not None:
            at, number = found.find(f"{W}ilvl"), found.find(f"{W}numId")
            level = int(at.get(f"{W}val")) if level is None and at is not None else level
            key = number.get(f"{W}val") if key is None and number is not None else key
        if node is not paragraph:
            below = node.find(f"{W}basedOn")
            style = None if below is None else by_style[below.get(f"{W}val")]
        node = style
    return key or "0", level or 0


def _label(
    place: tuple[str, int], lists: dict[str, str], definitions: dict[str, etree._Element], state: dict[str, list[int]]
) -> str:
    """What Word prints: counts go up at their level and begin anew below it."""
    key, level = place
    if key == "0":
        return ""
    counts = state.setdefault(lists[key], [0] * 9)
    counts[level:] = [counts[level] + 1, *[0] * (8 - level)]
    levels = {int(x.get(f"{W}ilvl")): x for x in definitions[lists[key]].iter(f"{W}lvl")}
    text = levels[level].find(f"{W}lvlText").get(f"{W}val")
    for n, form in enumerate(levels[k].find(f"{W}numFmt").get(f"{W}val") for k in sorted(levels)):
        shown = chr(64 + counts[n]) if form == "upperLetter" else str(counts[n])
        text = text.replace(f"%{n + 1}", shown)
    return text.strip()


def headings(document: Localised) -> list[str]:
    """The numbers of the tree's headings; those without have none."""
    found = [node for node in walk(document.blocks) if isinstance(node, Chapter | Note | Profile | Heading)]
    return [getattr(node, "number", "") for node in found]


@pytest.mark.parametrize("language", ["en", "it"])
def test_word_counts_the_numbers_of_the_tree(language: str) -> None:
    """What Word counts before each heading is what the contents list and the other formats print."""
    document = specimen_document(language)

    assert counted(written(document)) == headings(document)


def test_numbers_out_of_order_are_printed_as_the_tree_says() -> None:
    """A chapter that jumps, goes back or has a name for a number; headings below annexes and below such chapters."""
    numbers = {
        "1": ("1.1", "1.2"),
        "3": ("3.1", "3.2"),
        "2": ("2.2", "2.1"),
        "A": ("A.1", "A.2"),
        "C": ("C.1",),
        "IV": ("IV.1", "7"),
    }
    chapters = tuple(
        Chapter(f"c{n}", n, (Text("Title"),), (), tuple(Heading(2, (Text("Sub"),), f"h{m}", m) for m in below))
        for n, below in numbers.items()
    )
    document = replace(specimen_document("en"), blocks=chapters)

    assert counted(written(document)) == headings(document)


def test_pictures_have_their_dots_and_their_credit() -> None:
    """The picture is in the package unchanged, its credit under it, its alternative text on it."""
    figure = next(n for n in walk(specimen_document("en").blocks) if isinstance(n, FigureBlock) and isinstance(n.content, Image))
    members = written(around(figure))

    assert figure.content.data in [content for name, content in members.items() if name.startswith("word/media/")]  # type: ignore[union-attr]
    assert "seapgen" in said({"word/document.xml": members["word/document.xml"]})
    assert plain(figure.alt) in said({"word/document.xml": members["word/document.xml"]})
