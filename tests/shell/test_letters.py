"""`seapgen letters` as people and programs use it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from seapgen.model.errors import ExitCode
from tests.support.command import seapgen
from tests.support.places import EXAMPLES, TESTS
from tests.support.word_letters import paragraphs, word_file

TURIN = str(EXAMPLES / "turin")
SPECIMEN = TESTS / "programmes" / "specimen"


def test_the_paths_of_the_letters_are_printed(tmp_path: Path) -> None:
    """One line a letter, and each is there: by default in the languages of the municipality."""
    run = seapgen("letters", TURIN, "--out", str(tmp_path))
    names = [f"{tmp_path.as_posix()}/letters/turin/it/{n}-turin-it.docx" for n in ("council-resolution", "covering-letter")]

    assert (ExitCode.OK, names) == (run.returncode, run.stdout.split())
    assert all(Path(n).is_file() for n in names)


def test_options_choose(tmp_path: Path) -> None:
    """One municipality, one language, one letter."""
    run = seapgen(
        "letters", str(SPECIMEN), "--out", str(tmp_path), "--only", "portoverde", "--lang", "en", "--letter", "covering-letter"
    )

    assert [f"{tmp_path.as_posix()}/letters/portoverde/en/covering-letter-portoverde-en.docx"] == run.stdout.split()


def test_the_list_says_where_each_letter_comes_from(tmp_path: Path) -> None:
    """Name, language and place, and nothing is written."""
    folder = tmp_path / "programme"
    shutil.copytree(SPECIMEN, folder)
    own = folder / "agencies/adria-agency/letters/it/covering-letter.docx"
    own.parent.mkdir(parents=True)
    own.write_bytes(word_file(paragraphs("x")))
    rows = [line.split("\t") for line in seapgen("letters", str(folder), "--list", cwd=tmp_path).stdout.splitlines()]

    assert ["covering-letter", "it", "agencies/adria-agency/letters/it/covering-letter.docx"] in rows
    assert ["council-resolution", "en", "templates/letters/en/council-resolution.docx"] in rows
    assert not (tmp_path / "build").exists()


def test_programs_get_json(tmp_path: Path) -> None:
    """Paths relative to the output folder, and the findings."""
    found = json.loads(seapgen("letters", TURIN, "--out", str(tmp_path), "--json").stdout)

    assert ["letters/turin/it/council-resolution-turin-it.docx", "letters/turin/it/covering-letter-turin-it.docx"] == found[
        "written"
    ]
    assert {"reused", "kept", "removed", "findings", "counts"} <= found.keys()


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ([TURIN, "--only", "nowhere"], ExitCode.USAGE),
        ([TURIN, "--letter", "no-such-letter"], ExitCode.USAGE),
        ([TURIN, "--lang", "xx"], ExitCode.USAGE),
        (["no-such-folder"], ExitCode.USAGE),
    ],
)
def test_what_is_not_there_is_a_question_of_usage(arguments: list[str], code: ExitCode, tmp_path: Path) -> None:
    """The refusal lists what there is, without a traceback; nothing is written."""
    run = seapgen("letters", *arguments, "--out", str(tmp_path / "out"))

    assert (code, False) == (run.returncode, "Traceback" in run.stderr)
    assert not (tmp_path / "out").exists()


def test_a_broken_letter_ends_with_5_and_is_found_by_template_check(tmp_path: Path) -> None:
    """Both name the file and quote the paragraph."""
    folder = tmp_path / "programme"
    shutil.copytree(SPECIMEN, folder)
    own = folder / "agencies/adria-agency/letters/it/notice.docx"
    own.parent.mkdir(parents=True)
    own.write_bytes(word_file(paragraphs("We meet on {{ lipsum.__globals__ }}.")))
    runs = seapgen("letters", str(folder), "--out", str(tmp_path / "out")), seapgen("template", "check", str(folder))

    for run in runs:
        said = run.stdout + run.stderr
        assert ExitCode.BROKEN_TEMPLATE == run.returncode, said
        assert "agencies/adria-agency/letters/it/notice.docx" in said
        assert "We meet on" in said
        assert "Traceback" not in said
