"""An order that was answered before, and whether the answer still stands."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from seapgen import pipeline, standing
from seapgen.building import build
from seapgen.intake.archive import Archive
from seapgen.model.errors import LockedError
from seapgen.model.order import Built, Order
from seapgen.publish.lock import lock
from seapgen.publish.state import NAME as STATE
from tests.support.outputs import sums
from tests.support.places import TESTS

WEB = Order(formats=("html",))
TABLE, PAGE = "municipalities/town/consumption.csv", "seap/town/en/seap-town-en.html"


class LookedError(Exception):
    """The programme was loaded."""


@pytest.fixture
def programme(tmp_path: Path) -> Path:
    """A programme of one town."""
    return Path(shutil.copytree(TESTS / "programmes" / "minimal", tmp_path / "programme"))


@pytest.fixture
def out(programme: Path, tmp_path: Path) -> Path:
    """Its output, built, and old enough for the stamps of all files to be trusted."""
    build(programme, tmp_path / "out", WEB)
    build(programme, tmp_path / "out", WEB)
    state = tmp_path / "out" / STATE
    raw = json.loads(state.read_text(encoding="utf-8"))
    raw["stamps"] = {name: [*stamp[:4], stamp[4] + 60_000_000_000, stamp[5]] for name, stamp in raw["stamps"].items()}
    state.write_text(json.dumps(raw), encoding="utf-8")
    return tmp_path / "out"


@pytest.fixture
def looked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever loads the programme is found out."""

    def loaded(folder: Path, archive: Archive) -> None:
        raise LookedError

    monkeypatch.setattr(pipeline, "study", loaded)


def is_told_at_once(programme: Path, out: Path, order: Order = WEB) -> bool:
    """Whether a build answers without loading anything."""
    try:
        build(programme, out, order)
    except LookedError:
        return False
    return True


def rewritten_in_place(path: Path) -> None:
    """Another digit, with the size and the time of modification of before."""
    before = path.stat()
    content = path.read_bytes()
    path.write_bytes(content.replace(b"1", b"2", 1))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert (before.st_size, before.st_mtime_ns) == (path.stat().st_size, path.stat().st_mtime_ns)


CHANGES: dict[str, Callable[[Path, Path], object]] = {
    "a cell": lambda folder, out: (folder / TABLE).write_text((folder / TABLE).read_text().replace("1000", "1001")),
    "a digit, and the time put back": lambda folder, out: rewritten_in_place(folder / TABLE),
    "a new file": lambda folder, out: (folder / "accepted.yaml").write_text("[]"),
    "a file less": lambda folder, out: (folder / TABLE).unlink(),
    "an empty folder in the place of a municipality": lambda folder, out: (folder / "municipalities" / "other").mkdir(),
    "an output removed": lambda folder, out: (out / PAGE).unlink(),
    "an output edited": lambda folder, out: rewritten_in_place(out / PAGE),
    "the manifest removed": lambda folder, out: (out / "manifest.json").unlink(),
    "the manifest edited": lambda folder, out: rewritten_in_place(out / "manifest.json"),
    "the state cut short": lambda folder, out: (out / STATE).write_bytes((out / STATE).read_bytes()[:-9]),
    "the state of somebody else": lambda folder, out: (out / STATE).write_text('{"schema": 1, "answers": [[]]}'),
    "a link to a folder": lambda folder, out: (folder / "linked").symlink_to(folder / "municipalities"),
}


def test_what_stands_is_told_without_loading_anything(programme: Path, out: Path, looked: None) -> None:
    """Not even the programme's head is read."""
    assert is_told_at_once(programme, out)


@pytest.mark.parametrize("change", CHANGES)
def test_whatever_changes_is_noticed(programme: Path, out: Path, looked: None, change: str) -> None:
    """In the programme, in the output folder, in the memory itself."""
    CHANGES[change](programme, out)

    assert not is_told_at_once(programme, out)


def test_a_file_that_was_only_touched_has_not_changed(programme: Path, out: Path, looked: None) -> None:
    """Where the stamp differs, the content decides."""
    for path in (programme / TABLE, out / PAGE):
        path.write_bytes(path.read_bytes())
        os.utime(path)

    assert is_told_at_once(programme, out)


def test_a_copy_of_the_programme_is_the_same_programme(programme: Path, out: Path, looked: None, tmp_path: Path) -> None:
    """Files are known by their path inside the folder."""
    assert is_told_at_once(Path(shutil.copytree(programme, tmp_path / "copy")), out)


def test_a_young_stamp_is_not_trusted(programme: Path, out: Path, looked: None) -> None:
    """A file may change twice within a grain of the clock: one that was read so soon after its change is read again."""
    raw = json.loads((out / STATE).read_text(encoding="utf-8"))
    size, modified, changed, inode, _, _ = raw["stamps"][f"out:{PAGE}"]
    raw["stamps"][f"out:{PAGE}"] = [size, modified, changed, inode, changed + 1_000_000_000, "0" * 64]
    (out / STATE).write_text(json.dumps(raw), encoding="utf-8")

    assert is_told_at_once(programme, out)


@pytest.mark.parametrize("order", [Order(formats=("pdf",)), Order(formats=("html",), draft=True), Order()])
def test_another_order_has_another_answer(programme: Path, out: Path, looked: None, order: Order) -> None:
    """What is asked for belongs to the question."""
    assert not is_told_at_once(programme, out, order)


@pytest.mark.parametrize("order", [Order(formats=("html",), workers=3), Order(formats=("html",), wait=3)])
def test_how_the_work_is_done_is_no_part_of_the_question(programme: Path, out: Path, looked: None, order: Order) -> None:
    """Processes and patience make no other files."""
    assert is_told_at_once(programme, out, order)


def test_a_changed_program_is_noticed(
    programme: Path, out: Path, looked: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Code, templates and catalogues are looked at like the data."""
    (tmp_path / "program").mkdir()
    (tmp_path / "program" / "new.py").write_text("", encoding="utf-8")
    roots = standing._roots()
    monkeypatch.setattr(standing, "_roots", lambda: {**roots, "new": tmp_path / "program"})

    assert not is_told_at_once(programme, out)


def test_other_libraries_are_noticed(programme: Path, out: Path, looked: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """A new version of what draws is a reason to look."""
    monkeypatch.setattr(standing, "_libraries", lambda: ("typst 99",))

    assert not is_told_at_once(programme, out)


def test_findings_are_told_again(programme: Path, tmp_path: Path) -> None:
    """What stood in the way, and what is to be said, is the same as after the first build, to the last value."""
    order = Order(formats=("html",), keep_going=True)
    table = programme / TABLE
    table.write_text(table.read_text(encoding="utf-8").replace("MWh", "barrels"), encoding="utf-8")
    first = build(programme, tmp_path / "out", order)
    second = build(programme, tmp_path / "out", order)

    assert first.findings
    assert first.findings == second.findings


def test_an_answer_says_why_nothing_is_made(programme: Path, out: Path, looked: None) -> None:
    """`--explain` has a reason for every file, also then."""
    built: Built = build(programme, out, WEB)

    assert {PAGE: standing.STANDS} == dict(built.because)
    assert (PAGE,) == built.reused


def test_a_held_folder_is_not_looked_at(programme: Path, out: Path, looked: None) -> None:
    """Another build may be changing it."""
    with lock(out), pytest.raises(LockedError):
        build(programme, out, WEB)


def test_looking_changes_no_file(programme: Path, out: Path, looked: None) -> None:
    """The output stays as it is, manifest included."""
    before = sums(out)
    build(programme, out, WEB)

    assert before == sums(out)
