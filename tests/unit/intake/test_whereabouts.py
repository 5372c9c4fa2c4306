"""Where a text stands in the files of a programme."""

from __future__ import annotations

from pathlib import Path

from seapgen.intake.whereabouts import whereabouts
from seapgen.model.source import Source

FILES = ("a.yaml", "b.md", "c.png")


def put(folder: Path) -> Path:
    """Two files with the same letter."""
    (folder / "a.yaml").write_text("# 東\nname: {en: The town of 東京}\n", encoding="utf-8")
    (folder / "b.md").write_text("# s\n\nA sister city, 東京, since 1990.\n", encoding="utf-8")
    (folder / "c.png").write_bytes("東".encode())
    return folder


def test_a_letter_is_found_in_the_line_with_most_words_of_its_text(tmp_path: Path) -> None:
    """Of three lines that have it, the one that the printed text comes from."""
    assert Source("b.md", 3, 16) == whereabouts(put(tmp_path), FILES, "東", "Our sister city, 東京, is old since 1990.")
    assert Source("a.yaml", 2, 24) == whereabouts(put(tmp_path), FILES, "東", "Council of The town of 東京")


def test_a_letter_that_stands_nowhere_has_no_place(tmp_path: Path) -> None:
    """It comes from a template or a translation; pictures are not looked into."""
    assert whereabouts(put(tmp_path), FILES, "京都", "京都") is None
    assert whereabouts(put(tmp_path), ("c.png",), "東", "東") is None
