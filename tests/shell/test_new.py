"""`seapgen new`: what it makes checks and builds at once; what it cannot make is told all at once."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from seapgen.model.errors import ExitCode
from tests.support.command import seapgen
from tests.support.places import ROOT


def test_an_answerless_start_checks_and_builds_at_once(tmp_path: Path) -> None:
    """With no option at all: the files on standard output, what to do next on standard error, in commands that work."""
    run = seapgen("new", "mine", "--no-input", cwd=tmp_path)
    commands = [line.partition(": ")[2] for line in run.stderr.splitlines() if ": seapgen " in line]

    assert run.returncode == ExitCode.OK
    assert all((tmp_path / path).is_file() for path in run.stdout.split())
    assert [command.split()[1] for command in commands] == ["check", "build", "status"]
    for command in commands:
        done = seapgen(*command.split()[1:], cwd=tmp_path)
        assert done.returncode == ExitCode.OK, done.stdout + done.stderr


@pytest.mark.parametrize(("languages", "made"), [("en", ["en"]), ("it", ["it"]), ("en,it", ["en", "it"])])
def test_every_language_with_a_catalogue_can_be_built(tmp_path: Path, languages: str, made: list[str]) -> None:
    """An Italian town in English, in Italian, in both."""
    seapgen("new", "mine", "--no-input", "--language", languages, cwd=tmp_path)
    check = seapgen("check", "mine", cwd=tmp_path)
    build = seapgen("build", "mine", "--format", "html", cwd=tmp_path)

    assert check.returncode == ExitCode.OK, check.stdout
    assert build.returncode == ExitCode.OK, build.stderr
    assert [path.split("/")[3] for path in build.stdout.split()] == made


@pytest.mark.parametrize("country", ["GR", "HR", "HU", "PL", "SE"])
def test_the_example_is_plausible_in_other_countries(tmp_path: Path, country: str) -> None:
    """No error where national electricity has another factor and peers use energy differently."""
    seapgen("new", "mine", "--no-input", "--country", country, "--baseline-year", "2005", cwd=tmp_path)

    assert seapgen("check", "mine", cwd=tmp_path).returncode == ExitCode.OK


def test_several_municipalities_a_group_and_awkward_names(tmp_path: Path) -> None:
    """Quotes, hashes, colons and brackets are letters of a name; an id can be given."""
    options = [
        "--municipality",
        "Łódź",
        "--municipality",
        'x1=L’Aquila "al # monte": {di} $qui',
        "--group",
        "Gruppo: è",
        "--agency",
        "= {x}",
    ]
    run = seapgen("new", "mine", "--no-input", *options[:-1], "hill=Ente - #1: [x]", "--title", 'Piani "tutti"', cwd=tmp_path)
    check = seapgen("check", "mine", cwd=tmp_path)

    assert {p.split("/")[2] for p in run.stdout.split() if "municipalities" in p} == {"lodz", "x1"}
    assert check.returncode == ExitCode.OK, check.stdout
    assert "x1" in check.stdout


def test_all_that_is_wrong_is_told_at_once_and_nothing_is_written(tmp_path: Path) -> None:
    """A folder with something in it, unknown words, doubtful ids, a date and a year that are none."""
    there = tmp_path / "there"
    there.mkdir()
    (there / "mine.txt").write_text("mine", encoding="utf-8")
    towns = [x for name in ("日本", "Aa", "aa", "con") for x in ("--municipality", name)]
    wrong = ["--language", "xx,sv", "--country", "QQ", "--issue-date", "1.2.2003", "--baseline-year", "20x", "--title", "a\tb"]
    run = seapgen("new", str(there), "--no-input", *towns, *wrong)

    for told in (
        "not empty",
        "“日本”",
        "have the id “aa”",
        "“con”",
        "“xx”",
        "any of these languages",
        "“QQ”",
        "1.2.2003",
        "20x",
        "“a b”",
    ):
        assert told in run.stderr, told
    assert run.returncode == ExitCode.USAGE
    assert run.stdout == ""
    assert [each.name for each in there.iterdir()] == ["mine.txt"]


def test_a_language_without_catalogue_is_said_and_left_out_of_the_commands(tmp_path: Path) -> None:
    """Swedish can be named already; the build that is proposed makes English."""
    run = seapgen("new", "mine", "--no-input", "--language", "en,sv", "--country", "SE", cwd=tmp_path)
    build = seapgen("build", "mine", "--lang", "en", "--format", "html", cwd=tmp_path)

    assert "Documents cannot be made yet in: sv." in run.stderr
    assert "seapgen build mine --lang en" in run.stderr
    assert build.returncode == ExitCode.OK, build.stderr


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    """Made beforehand, it is used."""
    (tmp_path / "mine").mkdir()

    assert seapgen("new", "mine", "--no-input", cwd=tmp_path).returncode == ExitCode.OK
    assert (tmp_path / "mine" / "programme.yaml").is_file()


def test_where_nothing_can_be_written_nothing_is_left(tmp_path: Path) -> None:
    """A file stands where a folder is needed: exit code 7, no traceback."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    run = seapgen("new", "file/mine", "--no-input", cwd=tmp_path)

    assert run.returncode == ExitCode.OUTPUT_NOT_WRITABLE, run.stderr
    assert "Traceback" not in run.stderr
    assert [each.name for each in tmp_path.iterdir()] == ["file"]


def test_without_a_terminal_nobody_is_asked(tmp_path: Path) -> None:
    """The command says what to do, and does not wait."""
    run = subprocess.run(
        [sys.executable, "-m", "seapgen", "new", str(tmp_path / "mine")], stdin=subprocess.DEVNULL, capture_output=True,
        text=True, timeout=60, cwd=ROOT, check=False,
    )  # fmt: skip

    assert run.returncode == ExitCode.USAGE
    assert "--no-input" in run.stderr
    assert not (tmp_path / "mine").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals")
def test_at_a_terminal_the_questions_are_answered_one_by_one(tmp_path: Path) -> None:
    """Title, languages, country, agency, towns, day, year; an option answers its question beforehand."""
    theirs, ours = pty.openpty()
    os.write(theirs, b"The plans\nit\n\nEnte\nAncona; Senigallia\n2013-03-18\n2005\n")
    run = subprocess.run(
        [sys.executable, "-m", "seapgen", "new", str(tmp_path / "mine")], stdin=ours, capture_output=True, text=True, timeout=60,
        cwd=ROOT, check=False, env={**os.environ, "LC_ALL": "C.UTF-8"},
    )  # fmt: skip
    os.close(theirs)
    os.close(ours)
    head = (tmp_path / "mine" / "programme.yaml").read_text(encoding="utf-8")

    assert run.returncode == ExitCode.OK, run.stderr
    assert 'title: {it: "The plans"}' in head and "issue_date: 2013-03-18" in head
    assert sorted(each.name for each in (tmp_path / "mine" / "municipalities").iterdir()) == ["ancona", "senigallia"]
