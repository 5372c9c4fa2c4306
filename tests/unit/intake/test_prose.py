"""Prose: sections under ids, everything else left as people wrote it."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from seapgen.intake.programme import load_programme
from seapgen.intake.prose import read_prose
from seapgen.model.sections import MUNICIPALITY_SECTIONS, PROGRAMME_SECTIONS, sections_for
from tests.unit.intake.programmes import TOWN, load, minimal

KNOWN = ("strategy.vision", "inventory.method")


def test_a_section_is_what_stands_between_two_heads() -> None:
    """Blank lines around it are not part of it; those inside are."""
    prose, findings = read_prose("# strategy.vision\n\nOne.\n\n- two\n\n# inventory.method\n\nThree.\n", "p.md", KNOWN)
    assert (prose.texts, findings) == ({"strategy.vision": "One.\n\n- two", "inventory.method": "Three."}, ())


def test_smaller_headings_belong_to_the_text() -> None:
    """Only a single # opens a section."""
    prose, findings = read_prose("# strategy.vision\n## Aims\ntext #1\n", "p.md", KNOWN)
    assert (prose.texts, findings) == ({"strategy.vision": "## Aims\ntext #1"}, ())


def test_an_address_in_angle_brackets_is_no_html() -> None:
    """Markdown's own links, and signs of comparison."""
    text = "# strategy.vision\n<https://example.org> a < b > c <name@example.org>\n"
    assert read_prose(text, "p.md", KNOWN)[1] == ()


def test_template_syntax_stays_letters(tmp_path: Path) -> None:
    """Data is no template."""
    text = "# strategy.vision\n\n{{ 7 * 7 }} {% for x in y %}\n"
    loaded = load_programme(minimal(tmp_path, {f"{TOWN}/prose.en.md": text})).programme
    assert loaded is not None
    assert loaded.municipalities[0].texts["strategy.vision"]["en"] == "{{ 7 * 7 }} {% for x in y %}"


def test_an_empty_section_is_no_text() -> None:
    """The default sentences are printed, and somebody is told."""
    prose, findings = read_prose("# strategy.vision\n\n\n", "p.md", KNOWN)
    assert (prose.texts, [f.code for f in findings]) == ({}, ["L65"])


def test_sections_of_a_municipality_do_not_stand_in_the_shared_prose(tmp_path: Path) -> None:
    """Each section has one place."""
    assert load(tmp_path, {"prose.en.md": "# strategy.vision\n\nText.\n"}) == ["L60 prose.en.md:1:3"]


def test_every_section_of_the_manual_is_known() -> None:
    """Sixteen of a municipality, eleven of the programme."""
    assert len(MUNICIPALITY_SECTIONS) == 16 and len(set(PROGRAMME_SECTIONS)) == 10
    assert sections_for(("action.*.description", "council.note"), ("A01", "A02")) == (
        "action.A01.description",
        "action.A02.description",
        "council.note",
    )


@given(st.text(alphabet=st.sampled_from("# strategy.vision\n<>![]()x"), max_size=120))
def test_no_line_of_a_section_is_lost(text: str) -> None:
    """What stands in known sections comes out in order."""
    prose, _ = read_prose(f"# inventory.method\nfirst\n{text}", "p.md", KNOWN)
    assert prose.texts["inventory.method"].startswith("first")


def test_a_note_is_read_by_nobody_and_keeps_its_line() -> None:
    """Before the first section and inside one; a heading in it opens nothing, and what follows stands where it stood."""
    text = "[//]: # (A note.)\n# strategy.vision\n[//]: # (# inventory.method)\nOne.\n[//]: # (<b>x</b>)\nTwo.\n"
    prose, findings = read_prose(text, "p.md", KNOWN)

    assert (prose.texts, findings) == ({"strategy.vision": "One.\n\nTwo."}, ())
    assert prose.first_lines == {"strategy.vision": 4}


def test_a_line_that_only_resembles_a_note_is_text() -> None:
    """Something behind the bracket, or another address."""
    prose, _ = read_prose("# strategy.vision\n[//]: # (a) b\n[x]: # (a)\n", "p.md", KNOWN)

    assert prose.texts == {"strategy.vision": "[//]: # (a) b\n[x]: # (a)"}
