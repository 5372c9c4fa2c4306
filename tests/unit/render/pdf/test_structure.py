"""What a screen reader, an archive and a reader's menu find in the PDF."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from seapgen.model.document import ActionCard, Chapter, FigureBlock, Heading, Note, Profile, Table
from seapgen.model.inline import plain, walk
from tests.support.specimen_document import specimen_document
from tests.unit.render.pdf.sample import LANGUAGES, attributes, opened, tags

LANGUAGE = re.compile(rb"/Span<<[^>]*/Lang\(([^)]*)\)")
both = pytest.mark.parametrize("language", LANGUAGES)


@both
def test_document_is_in_its_language(language: str) -> None:
    """The language of the whole is the document's tag."""
    assert str(opened(language).Root.Lang) == specimen_document(language).tag


@both
def test_title_is_shown_and_no_person_is_named(language: str) -> None:
    """The window shows the title; the author is the organisation."""
    document, pdf = specimen_document(language), opened(language)

    assert str(pdf.docinfo["/Title"]) == plain(document.title)
    assert str(pdf.docinfo["/Author"]) == plain(document.author)
    assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)


def test_dates_are_the_date_of_issue() -> None:
    """No clock reaches the file."""
    info = opened("en").docinfo

    assert str(info["/CreationDate"]).startswith("D:20261123000000")
    assert str(info.get("/ModDate", "D:20261123000000")).startswith("D:20261123000000")


@both
def test_bookmarks_are_the_headings(language: str) -> None:
    """Every opening and heading can be reached from the reader's menu, in order."""
    wanted = [
        plain(node.children if isinstance(node, Heading) else node.title)
        for node in walk(specimen_document(language).blocks)
        if isinstance(node, Chapter | Heading | Note | Profile | ActionCard)
    ]
    titles: list[str] = []
    with opened(language).open_outline() as outline:
        pending = list(outline.root)
        while pending:
            item = pending.pop(0)
            titles.append(item.title)
            pending = [*item.children, *pending]

    assert [title for title in titles if any(title.endswith(want) for want in wanted)] == [
        title for want in wanted for title in titles if title.endswith(want)
    ]
    assert [want for want in wanted if not any(title.endswith(want) for title in titles)] == []


@both
def test_heading_levels_are_never_skipped(language: str) -> None:
    """From one heading to the next at most one level deeper."""
    levels = [int(name[1]) for name, _ in tags(opened(language)) if name in ("H1", "H2", "H3", "H4")]

    assert levels[0] == 1
    assert [] == [(a, b) for a, b in pairwise(levels) if b > a + 1]


@both
def test_every_picture_has_its_alternative_text(language: str) -> None:
    """The alternative texts are those of the tree, each once."""
    said = [str(node.Alt) for name, node in tags(opened(language)) if name == "Figure"]

    assert said == [plain(node.alt) for node in walk(specimen_document(language).blocks) if isinstance(node, FigureBlock)]


def test_tables_have_column_heads_and_group_heads() -> None:
    """Each column has a head with scope; the rows of a group are read under the group's name."""
    found = tags(opened("en"))
    heads = [node for name, node in found if name == "TH"]
    columns = sum(len(node.columns) for node in walk(specimen_document("en").blocks) if isinstance(node, Table))

    assert [] == [node for node in heads if attributes(node).get("/Scope") != "/Column"]
    assert len(heads) == columns + 1
    assert sum("/ColSpan" in attributes(node) for node in heads) == 1


@both
def test_captions_are_tagged(language: str) -> None:
    """A caption belongs to its table or figure."""
    captioned = [n for n in walk(specimen_document(language).blocks) if isinstance(n, FigureBlock | Table) and n.caption]

    assert len([name for name, _ in tags(opened(language)) if name == "Caption"]) == len(captioned)


def test_foreign_parts_name_their_language() -> None:
    """The Greek part of the Italian document is tagged as Greek."""
    assert "el" in {str(node.Lang) for _, node in tags(opened("it")) if "/Lang" in node}


def test_foreign_stretches_name_their_language() -> None:
    """A Greek stretch and a draft in English inside Italian lines are marked in the page's content."""
    marked = {found for page in opened("it").pages for found in LANGUAGE.findall(page.Contents.read_bytes())}

    assert {b"el", b"en"} <= marked


def test_links_lead_somewhere() -> None:
    """Outer links carry the address; cross-references lead into the document."""
    links = [a for page in opened("en").pages for a in page.get("/Annots", []) if a.Subtype == "/Link"]
    outside = [str(a.A.URI) for a in links if "/A" in a and "/URI" in a.A]
    inside = [a for a in links if "/Dest" in a or ("/A" in a and a.A.S == "/GoTo")]

    assert "https://example.org/?a=1&b=2" in outside
    assert len(inside) >= 2


def test_only_our_fonts_are_used() -> None:
    """No font of the machine reaches the file."""
    held = [page.Resources.Font for page in opened("it").pages if "/Font" in page.Resources]
    names = {str(font.BaseFont) for fonts in held for font in fonts.as_dict().values()}

    assert names
    assert {name.split("+")[1].split("-")[0] for name in names} == {"SourceSans3"}
