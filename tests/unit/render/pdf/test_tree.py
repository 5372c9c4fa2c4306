"""The tree that the page template reads."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from seapgen.model.document import Chapter, Column, Heading, PageBreak, Paragraph, Row, StripePart, Table
from seapgen.model.inline import CrossReference, Inline, Strong, Text
from seapgen.render.pdf.tree import tree
from tests.support.default_theme import default_theme
from tests.support.specimen_document import specimen_document
from tests.unit.render.pdf.sample import around
from tests.unit.render.svg.charts import figure


def blocks(*given: Any) -> list[Any]:  # JSON as the template sees it
    """The blocks of a chapter as JSON."""
    found: list[Any] = json.loads(json.dumps(tree(around(*given), default_theme())))["blocks"][0]["blocks"]
    return found


def table(id_: str, *, landscape: bool) -> Table[Any]:
    """A table of one cell."""
    return Table(id_, (Text(id_),), (Column((Text("c"),)),), (Row(((Text("1"),),)),), landscape=landscape)


def test_neighbouring_texts_are_one_string() -> None:
    """Strings are joined; only marked pieces stand apart."""
    assert blocks(Paragraph((Text("a"), Text("b"), Strong((Text("c"),)), Text("d"))))[0]["c"] == [
        "ab",
        {"k": "strong", "c": "c"},
        "d",
    ]


def test_a_reference_leads_to_its_target() -> None:
    """The target carries the place to link to."""
    reference = Paragraph((CrossReference("t1", "1"),))
    found = blocks(table("t1", landscape=False), reference)

    assert found[0]["anchor"] == "t1"
    assert found[1]["c"] == [{"k": "reference", "to": "t1", "c": "1"}]


def test_a_reference_to_what_is_not_there_is_plain() -> None:
    """An excerpt without the table keeps its number."""
    assert blocks(Paragraph((CrossReference("gone", "7"),)))[0]["c"] == "7"


def test_equal_ids_are_one_target() -> None:
    """The first of two blocks with the same id is the target."""
    found = blocks(table("t1", landscape=False), table("t1", landscape=False), Paragraph((CrossReference("t1", "1"),)))

    assert [b.get("anchor") for b in found] == ["t1", None, None]


def test_landscape_tables_share_pages() -> None:
    """Turned tables that follow each other stand in one turned part."""
    found = blocks(table("a", landscape=True), table("b", landscape=True), PageBreak(), table("c", landscape=True))

    assert [b["k"] for b in found] == ["landscape", "page_break", "landscape"]
    assert [len(found[0]["tables"]), len(found[2]["tables"])] == [2, 1]


@pytest.mark.parametrize(("levels", "expected"), [([3], [2]), ([2, 3], [2, 3]), ([2, 3, 2], [2, 3, 2])])
def test_heading_levels_are_not_skipped(levels: list[int], expected: list[int]) -> None:
    """A heading right under the chapter is of level 2, whatever it asks."""
    assert [b["level"] for b in blocks(*(Heading(level, (Text("h"),), f"h{n}") for n, level in enumerate(levels)))] == expected


def test_the_stripe_leaves_out_sinks() -> None:
    """Shares are of the positive parts; a negative one has no width."""
    shares = ((1, "60"), (2, "20"), (3, "-10"))
    parts: tuple[StripePart[Inline], ...] = tuple(StripePart((Text("s"),), figure(value), tone) for tone, value in shares)
    found: Any = tree(replace(around(), stripe=parts), default_theme())["stripe"]

    assert [part["share"] for part in found["parts"]] == [0.75, 0.25]


def test_a_chapter_without_number_has_none() -> None:
    """The template prints no numeral for it."""
    found: Any = tree(replace(around(), blocks=(Chapter("x", "", (Text("t"),), (), ()),)), default_theme())["blocks"]

    assert found[0]["number"] == ""


@pytest.mark.parametrize("language", ["en", "it"])
def test_the_tree_is_json(language: str) -> None:
    """Nothing but strings, numbers, lists and maps; no not-a-number."""
    assert json.dumps(tree(specimen_document(language), default_theme()), allow_nan=False)
