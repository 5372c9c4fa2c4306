"""The order of chapters, read from a stationery without the libraries of Word."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from seapgen.intake.shells import LARGEST_PART, chapter_order
from seapgen.model.shell import HOUSE_ORDER, REST


def shell(folder: Path, document: str, part: str = "word/document.xml") -> Path:
    """A package with a document."""
    path = folder / "ours.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(part, document)
    return path


def paragraphs(*words: str) -> str:
    """Paragraphs of runs; a bar parts two runs."""
    runs = ("".join(f'<w:r><w:t xml:space="preserve">{run}</w:t></w:r>' for run in text.split("|")) for text in words)
    return "".join(f"<w:p>{run}</w:p>" for run in runs)


def test_marks_are_read_in_their_order(tmp_path: Path) -> None:
    """Also marks that Word has broken into runs."""
    path = shell(
        tmp_path, paragraphs("[[chapter: plan]]", "Our words", "[[chap|ter: pa|th]]", "{{p| body }}", "[[chapter: annex-1]]")
    )
    found = chapter_order(path, "ours.docx")

    assert (("plan", "path", REST, "annex-1"), "ours.docx") == (found.ids, found.file)


def test_a_mark_does_not_reach_over_two_paragraphs(tmp_path: Path) -> None:
    """Half a mark is none."""
    assert chapter_order(shell(tmp_path, paragraphs("[[chapter:", "plan]]", "{{p body }}")), "").ids == (REST,)


def test_a_chapter_named_twice_is_kept_twice(tmp_path: Path) -> None:
    """The check of the order tells it."""
    assert chapter_order(shell(tmp_path, paragraphs("[[chapter: plan]]", "[[chapter: plan]]")), "").ids == ("plan", "plan", REST)


@pytest.mark.parametrize("part", ["word/document.xml", "word/other.xml"])
def test_what_cannot_be_read_has_the_houses_order(part: str, tmp_path: Path) -> None:
    """A part that is missing, or one that unpacks to a mountain."""
    path = shell(tmp_path, "<w:p>" + " " * (LARGEST_PART + 1), part)

    assert chapter_order(path, "").ids == HOUSE_ORDER.ids


def test_no_package_has_the_houses_order(tmp_path: Path) -> None:
    """The check of the stationery says what is wrong with it."""
    path = tmp_path / "ours.docx"
    path.write_bytes(b"PK no zip")

    assert chapter_order(path, "").ids == HOUSE_ORDER.ids
