"""A validator that never objects would make every other test worthless."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pytest

from tests.support import validators

GOOD_PAGE = '<!DOCTYPE html><html lang="en"><head><title>T</title></head><body><main><h1>T</h1></main></body></html>'


def pdf(content: bytes = b"q Q\n", length: int | None = None) -> bytes:
    """A PDF of one page whose content stream is left as it is."""
    document = pikepdf.new()
    page = document.add_blank_page()
    page.Contents = document.make_stream(content)
    out = io.BytesIO()
    document.save(out, compress_streams=False, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    told = f"/Length {len(content) if length is None else length}".encode()
    return out.getvalue().replace(f"/Length {len(content)}".encode(), told)


def test_an_untagged_pdf_is_refused() -> None:
    """A PDF without tags is neither PDF/UA-1 nor PDF/A-2a."""
    found = validators.pdf_problems(pdf())

    assert {"ua1", "2a"} <= {problem.split(":")[0] for problem in found}


@pytest.mark.parametrize("content", [b"q Q\n", b"q Q\r", b"q Q\r\n", b"q Q"])
def test_a_stream_may_end_in_any_byte(content: bytes) -> None:
    """The bytes that /Length counts are the content, a carriage return at its end included."""
    assert [] == validators.wrong_stream_lengths(pdf(content))


@pytest.mark.parametrize("wrong", [2, 3, 9])
def test_a_wrong_length_is_seen(wrong: int) -> None:
    """/Length has to lead to `endstream`."""
    assert [] != validators.wrong_stream_lengths(pdf(b"q Q q", length=wrong))


@pytest.mark.slow
def test_a_broken_word_file_is_refused(tmp_path: Path) -> None:
    """The Open XML validator objects to a file that is no package."""
    broken = tmp_path / "broken.docx"
    broken.write_bytes(b"PK\x03\x04 not a package")

    assert [] != validators.ooxml_problems(broken)


@pytest.mark.slow
def test_broken_html_is_refused(tmp_path: Path) -> None:
    """The HTML checker names file and line of an unclosed element, and is silent about a good page."""
    good, broken = tmp_path / "good.html", tmp_path / "broken.html"
    good.write_text(GOOD_PAGE, encoding="utf-8")
    broken.write_text(GOOD_PAGE.replace("</main>", "</div>"), encoding="utf-8")

    problems = validators.html_problems([good, broken])

    assert problems
    assert all(problem.startswith("broken.html:1 ") for problem in problems)
