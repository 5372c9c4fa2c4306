"""`texts.toml`: the words of an agency's own blanks."""

from __future__ import annotations

from pathlib import Path

import pytest

from seapgen.intake.own_texts import FILE, own_texts
from seapgen.model.finding import Finding
from seapgen.model.outfit import OwnTexts

NAME = "agencies/valdora/stationery/texts.toml"


def read(folder: Path, text: str) -> tuple[OwnTexts, tuple[Finding, ...]]:
    """The texts of a folder with this file."""
    (folder / FILE).write_text(text, encoding="utf-8")
    return own_texts(folder, NAME)


def test_texts_are_read_by_name_and_language(tmp_path: Path) -> None:
    """With what is never translated; white space is squeezed, as Word's paragraphs hold none."""
    found, findings = read(tmp_path, 'keep = ["Via Roma 1"]\n[slogan]\nen = "Energy  for\\n the valley"\nit = "Energia"\n')

    assert (OwnTexts(NAME, {"slogan": {"en": "Energy for the valley", "it": "Energia"}}, ("Via Roma 1",)), ()) == (
        found,
        findings,
    )


def test_a_stationery_without_texts_has_none(tmp_path: Path) -> None:
    """The file may be left out."""
    assert (OwnTexts(NAME), ()) == own_texts(tmp_path, NAME)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[slogan\n", "T90 0"),
        ("a = " + "[" * 5000, "T90 0"),
        ("keep = [1]\n", "T92 1"),
        ('keep = "Via Roma 1"\n', "T92 1"),
        ('\n[Slogan]\nen = "x"\n', "T91 2"),
        ('[slo-gan]\nen = "x"\n', "T91 1"),
        ('slogan = "x"\n', "T92 1"),
        ("[slogan]\n", "T92 1"),
        ('[slogan]\nen = ""\n', "T92 1"),
        ('[slogan]\nenglish = "x"\n', "T92 1"),
        ("[slogan]\nen = 1\n", "T92 1"),
        ('[slogan]\nen = "a\\u202Eb"\n', "T92 1"),
        ("[slogan]\nen = \"a\u202eb\"\n", "T90 2"),
    ],
)  # fmt: skip
def test_a_flaw_is_found_at_its_line(tmp_path: Path, text: str, found: str) -> None:
    """Malformed, of the wrong kind, with letters that nobody sees; then no text is used."""
    texts, findings = read(tmp_path, text)

    assert [found] == [f"{f.code} {f.source.line}" for f in findings]
    assert {f.source.file for f in findings} == {NAME} and texts == OwnTexts(NAME)


def test_all_flaws_are_told_at_once(tmp_path: Path) -> None:
    """Nobody mends a file one entry at a time."""
    assert ["T92", "T91"] == [f.code for f in read(tmp_path, 'keep = 1\n[A]\nen = "x"\n')[1]]
