"""`seapgen check --html` as people use it."""

from __future__ import annotations

from pathlib import Path

from seapgen.model.errors import ExitCode
from tests.support.check_report import SPECIMEN, faulty, page_of
from tests.support.command import seapgen
from tests.support.places import TESTS
from tests.support.web_page import tree


def test_the_report_is_written_beside_what_is_printed(tmp_path: Path) -> None:
    """Output and exit code are those of the command without the option; folders are made."""
    programme, file = str(faulty(tmp_path)), tmp_path / "new" / "report.html"
    plain, run = seapgen("check", programme), seapgen("check", programme, "--html", str(file))

    assert (plain.stdout, plain.returncode) == (run.stdout, run.returncode)
    assert run.returncode == ExitCode.INVALID_INPUT
    assert tree(file.read_bytes()).findtext(".//h1") == "Check report"


def test_warnings_count_only_when_one_is_strict(tmp_path: Path) -> None:
    """The exit codes of the specimen with a report."""
    file = str(tmp_path / "report.html")

    assert seapgen("check", str(SPECIMEN), "--html", file).returncode == ExitCode.OK
    assert seapgen("check", str(SPECIMEN), "--html", file, "--strict").returncode == ExitCode.WARNINGS


def test_a_report_takes_the_place_of_an_older_one_whole(tmp_path: Path) -> None:
    """Same programme, same bytes, whatever lay there, in whichever time zone; no part is left behind."""
    file = tmp_path / "report.html"
    file.write_text("x" * 1_000_000, encoding="utf-8")
    seapgen("check", str(SPECIMEN), "--html", str(file), TZ="Pacific/Kiritimati", PYTHONHASHSEED="7")

    assert file.read_bytes() == page_of(SPECIMEN)
    assert list(tmp_path.iterdir()) == [file]


def test_the_report_speaks_the_users_language(tmp_path: Path) -> None:
    """Asked for or from the environment; what has no words yet is English and marked as such."""
    asked, meant = tmp_path / "a.html", tmp_path / "b.html"
    seapgen("--ui-lang", "it", "check", str(SPECIMEN), "--html", str(asked))
    seapgen("check", str(SPECIMEN), "--html", str(meant), LANG="it_IT.UTF-8")
    page = tree(asked.read_bytes())

    assert asked.read_bytes() == meant.read_bytes()
    assert page.get("lang") == "it-IT"
    assert page.findtext(".//h1") == "Rapporto di controllo"
    assert "L’inventario del 2014 è successivo" in page.text_content()


def test_the_stage_limits_the_report(tmp_path: Path) -> None:
    """What matters later is not in it."""
    file = tmp_path / "report.html"
    seapgen("check", str(SPECIMEN), "--stage", "inventory", "--html", str(file))
    text = tree(file.read_bytes()).text_content()

    assert "Checked up to: inventory" in text
    assert "Rule A4" not in text


def test_a_report_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    """Exit code 7 with the path; no traceback."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    run = seapgen("check", str(SPECIMEN), "--html", str(tmp_path / "file" / "report.html"))

    assert run.returncode == ExitCode.OUTPUT_NOT_WRITABLE
    assert "Traceback" not in run.stderr


def test_a_programme_without_head_has_a_report(tmp_path: Path) -> None:
    """The finding is told in the report as it is on the screen."""
    file = tmp_path / "report.html"
    run = seapgen("check", str(TESTS / "faults" / "malformed-programme"), "--html", str(file))

    assert run.returncode == ExitCode.INVALID_INPUT
    assert "programme.yaml" in tree(file.read_bytes()).text_content()
