"""Page numbers in the contents of Word files: none that nobody has laid out, and the right ones where LibreOffice has."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest
from pypdf import PdfReader

from seapgen.model.errors import ExitCode
from tests.support.command import seapgen
from tests.support.office import PDF, converted
from tests.support.tools import program
from tests.support.turin import LANGUAGES, TURIN

BUILD = ("build", str(TURIN), "--format", "docx")
_ENTRY = re.compile(
    r'PAGEREF (_Toc\d{6}) \\h </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    r'<w:r><w:t xml:space="preserve">(\w+)</w:t>'
)


def body(path: Path) -> str:
    """The document part of a Word file."""
    with zipfile.ZipFile(path) as archive:
        return archive.read("word/document.xml").decode()


def listed(path: Path) -> list[str]:
    """The bookmarks to which the entries of the contents lead, in order."""
    return re.findall(r'<w:hyperlink w:anchor="(_Toc\d{6})"', body(path))


def laid_out(paths: list[Path], folder: Path) -> list[dict[str, str]]:
    """For each file, the page of every heading as LibreOffice makes a PDF of it; the first page is 1."""
    found = []
    for pdf in converted(paths, PDF, folder):
        reader = PdfReader(pdf)
        places = {name.replace("/5F", "_"): where for name, where in reader.named_destinations.items()}
        pages = {name: reader.get_destination_page_number(where) for name, where in places.items() if name.startswith("_Toc")}
        found.append({name: str(page + 1) for name, page in pages.items() if page is not None})
    return found


@pytest.fixture(scope="session")
def paged(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Turin's plan with page numbers in its contents."""
    program("soffice")
    out = tmp_path_factory.mktemp("paged")
    run = seapgen(*BUILD, "--out", str(out), "--lang", "en", "--lang", "it", "--draft", "--toc-pages")
    assert run.returncode == ExitCode.OK, run.stderr
    return out / "seap" / "turin"


@pytest.mark.parametrize("language", LANGUAGES)
def test_contents_have_no_invented_page_numbers(turin: Path, language: str) -> None:
    """Without a layout pass nobody knows the pages: the list is linked, and says none."""
    path = turin / language / f"seap-turin-{language}.docx"

    assert len(listed(path)) > 20
    assert "PAGEREF" not in body(path)


@pytest.mark.slow
def test_page_numbers_are_those_of_the_finished_file(paged: Path, tmp_path: Path) -> None:
    """Both languages: LibreOffice lays the file out once more, and every entry's heading is on the page that is printed."""
    paths = [paged / language / f"seap-turin-{language}.docx" for language in LANGUAGES]
    printed = [dict(_ENTRY.findall(body(path))) for path in paths]

    assert [list(each) for each in printed] == [listed(path) for path in paths]
    assert printed == laid_out(paths, tmp_path)


@pytest.mark.slow
def test_a_file_with_page_numbers_is_made_once(paged: Path) -> None:
    """The pages belong to what a file is made of: the same order reuses it, one without pages makes it anew."""
    out = paged.parent.parent
    again = seapgen(*BUILD, "--out", str(out), "--lang", "en", "--draft", "--toc-pages")
    other = seapgen(*BUILD, "--out", str(out), "--lang", "en", "--draft")

    assert "0 written, 1 reused" in again.stderr
    assert "1 written, 0 reused" in other.stderr


@pytest.mark.parametrize("found", ["nothing", "a program that makes nothing"])
def test_without_libreoffice_page_numbers_are_refused(found: str, tmp_path: Path) -> None:
    """Exit code 6, what to install or how to do without, and nothing written."""
    bin_ = tmp_path / "bin"
    bin_.mkdir()
    if found != "nothing":
        (bin_ / "soffice").write_text("#!/bin/sh\necho LibreOffice 0.0\n")
        (bin_ / "soffice").chmod(0o755)
    run = seapgen(*BUILD, "--out", str(tmp_path / "out"), "--lang", "en", "--draft", "--toc-pages", PATH=str(bin_))

    assert run.returncode == ExitCode.MISSING_TOOL, run.stderr
    assert "R30" in run.stderr
    assert "without --toc-pages" in run.stderr
    assert not list((tmp_path / "out").rglob("*.docx"))


def test_other_formats_need_no_libreoffice(tmp_path: Path) -> None:
    """A page has no page numbers: nothing is asked of a machine that is not needed."""
    run = seapgen(
        "build", str(TURIN), "--format", "html", "--out", str(tmp_path), "--lang", "en", "--draft", "--toc-pages", PATH="/nowhere"
    )

    assert run.returncode == ExitCode.OK, run.stderr
