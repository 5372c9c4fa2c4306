"""A build as a whole: only what changed, all or nothing, one at a time."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from seapgen.model.errors import ExitCode, InvalidInputError, LockedError, UnknownRequestError
from seapgen.model.order import Built, Order, Wanted
from seapgen.model.verdict import exit_code
from seapgen.pipeline import build
from seapgen.publish.lock import lock
from tests.support.outputs import sums as tree
from tests.support.places import ROOT, TESTS

MINIMAL = TESTS / "programmes" / "minimal"
WEB = Order(formats=("html",))


@pytest.fixture
def towns(tmp_path: Path) -> Path:
    """A programme of two towns with whole inventories."""
    folder = tmp_path / "programme"
    shutil.copytree(MINIMAL, folder)
    for town in ("town", "other"):
        (folder / "municipalities" / town).mkdir(exist_ok=True)
        head = (MINIMAL / "municipalities/town/municipality.yaml").read_text(encoding="utf-8")
        (folder / "municipalities" / town / "municipality.yaml").write_text(
            head.replace("id: town", f"id: {town}"), encoding="utf-8"
        )
        shutil.copy(MINIMAL / "municipalities/town/consumption.csv", folder / "municipalities" / town)
    return folder


def write(folder: Path, town: str, old: str, new: str) -> None:
    """Change a town's table."""
    path = folder / "municipalities" / town / "consumption.csv"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def paths(built: Built) -> list[str]:
    """What was written."""
    return [path for path, _ in built.written]


def test_a_second_build_writes_nothing(towns: Path, tmp_path: Path) -> None:
    """Everything is reused, and no byte changes."""
    first = build(towns, tmp_path / "out", WEB)
    before = tree(tmp_path / "out")
    second = build(towns, tmp_path / "out", WEB)

    assert (sorted(paths(first)), [], ()) == (sorted(second.reused), paths(second), second.removed)
    assert before == tree(tmp_path / "out")


def test_a_changed_cell_makes_the_documents_of_its_town_only(towns: Path, tmp_path: Path) -> None:
    """The other town's document is not touched."""
    build(towns, tmp_path / "out", WEB)
    write(towns, "other", "1000", "1001")

    assert ["seap/other/en/seap-other-en.html"] == paths(build(towns, tmp_path / "out", WEB))


def test_a_file_changed_by_hand_is_made_again(towns: Path, tmp_path: Path) -> None:
    """The output folder holds what the manifest says."""
    build(towns, tmp_path / "out", WEB)
    before = tree(tmp_path / "out")
    (tmp_path / "out/seap/town/en/seap-town-en.html").write_text("mine", encoding="utf-8")

    assert ["seap/town/en/seap-town-en.html"] == paths(build(towns, tmp_path / "out", WEB))
    assert before == tree(tmp_path / "out")


def test_a_part_of_the_programme_leaves_the_rest(towns: Path, tmp_path: Path) -> None:
    """An order of one town keeps the other's files and their lines in the manifest."""
    build(towns, tmp_path / "out", WEB)
    part = build(towns, tmp_path / "out", Order(wanted=(Wanted("seap", "town"),), formats=("html",)))
    manifest = json.loads((tmp_path / "out/manifest.json").read_text(encoding="utf-8"))

    assert (("seap/town/en/seap-town-en.html",), ()) == (part.reused, part.removed)
    assert {"seap/town/en/seap-town-en.html", "seap/other/en/seap-other-en.html"} == set(manifest["outputs"])


def test_documents_of_a_town_that_left_go(towns: Path, tmp_path: Path) -> None:
    """What nobody can ask for any more is removed, and a stranger's file is not."""
    build(towns, tmp_path / "out", WEB)
    (tmp_path / "out/seap/other/notes.txt").write_text("mine", encoding="utf-8")
    shutil.rmtree(towns / "municipalities/other")

    assert ("seap/other/en/seap-other-en.html",) == build(towns, tmp_path / "out", WEB).removed
    assert ["notes.txt"] == [p.name for p in (tmp_path / "out/seap/other").rglob("*") if p.is_file()]


def test_an_error_of_one_town_stops_all(towns: Path, tmp_path: Path) -> None:
    """Nothing is written, not even the folder."""
    write(towns, "other", "MWh", "barrels")

    with pytest.raises(InvalidInputError) as caught:
        build(towns, tmp_path / "out", WEB)
    assert {"other"} == {f.municipality for f in caught.value.findings}
    assert not (tmp_path / "out").exists()


def test_an_error_of_one_town_leaves_the_others_if_asked(towns: Path, tmp_path: Path) -> None:
    """`--keep-going` builds what is free of errors, and the run ends with 3 all the same."""
    write(towns, "other", "MWh", "barrels")
    built = build(towns, tmp_path / "out", Order(formats=("html",), keep_going=True))

    assert ["seap/town/en/seap-town-en.html"] == paths(built)
    assert ExitCode.INVALID_INPUT == exit_code(built.findings)


def test_an_error_of_another_town_does_not_matter(towns: Path, tmp_path: Path) -> None:
    """A gap blocks only the documents that have it."""
    write(towns, "other", "MWh", "barrels")
    built = build(towns, tmp_path / "out", Order(wanted=(Wanted("seap", "town"),), formats=("html",)))

    assert ["seap/town/en/seap-town-en.html"] == paths(built)


@pytest.mark.parametrize("order", [Order(languages=("sv",)), Order(wanted=(Wanted("seap", "nowhere"),))])
def test_a_document_that_is_not_there_is_a_question_of_usage(towns: Path, tmp_path: Path, order: Order) -> None:
    """The refusal lists what there is."""
    with pytest.raises(UnknownRequestError) as caught:
        build(towns, tmp_path / "out", order)

    assert ExitCode.USAGE == caught.value.exit_code
    assert not (tmp_path / "out").exists()


def test_a_second_build_at_the_same_time_is_refused(towns: Path, tmp_path: Path) -> None:
    """It ends with 75 and writes nothing."""
    with lock(tmp_path / "out"), pytest.raises(LockedError) as caught:
        build(towns, tmp_path / "out", WEB)

    assert ExitCode.LOCKED == caught.value.exit_code
    assert not (tmp_path / "out").exists()


@pytest.mark.slow
def test_two_processes_write_what_one_writes(towns: Path, tmp_path: Path) -> None:
    """The number of workers changes no byte, the manifest included."""
    build(towns, tmp_path / "one", Order(workers=1))
    build(towns, tmp_path / "two", Order(workers=2))

    assert tree(tmp_path / "one") == tree(tmp_path / "two")


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="kill -9 is POSIX")
def test_a_killed_build_is_finished_by_the_next(towns: Path, tmp_path: Path) -> None:
    """Whenever it dies, every visible file is whole, and the next run ends with the bytes of an undisturbed one."""
    build(towns, tmp_path / "clean", WEB)
    clean = tree(tmp_path / "clean")
    command = [sys.executable, "-m", "seapgen", "build", str(towns), "--out", str(tmp_path / "out"), "--format", "html"]
    for wait in (0.5, 0.7, 0.8, 0.9, 1.0, 1.1, 1.2, 1.4):
        shutil.rmtree(tmp_path / "out", ignore_errors=True)
        run = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(wait)
        run.send_signal(signal.SIGKILL)
        run.wait()
        assert tree(tmp_path / "out").items() <= clean.items()
        build(towns, tmp_path / "out", WEB)
        assert clean == tree(tmp_path / "out")
