from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from seapgen.model.errors import OutputNotWritableError
from seapgen.publish.writer import PART, batch, remove, sweep

OLD, NEW = b"old" * 1000, b"new" * 100_000
KILLED = """
import sys
from pathlib import Path
from seapgen.publish.writer import batch
folder = Path(sys.argv[1])
while True:
    with batch(folder) as files:
        for n in range(20):
            files.stage(f"{n}/file.pdf", bytes([65 + n]) * 300_000)
        print("staged", flush=True)
        files.commit()
"""


def tree(folder: Path) -> dict[str, bytes]:
    """All files of a folder."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_a_batch_appears_whole(tmp_path: Path) -> None:
    """Committed files stand under their names, and nothing else does."""
    with batch(tmp_path / "out") as files:
        files.stage("a/b/one.pdf", NEW)
        files.stage("two.pdf", OLD)
        files.commit()

    assert {"a/b/one.pdf": NEW, "two.pdf": OLD} == tree(tmp_path / "out")


def test_a_batch_that_is_left_leaves_nothing(tmp_path: Path) -> None:
    """Without a commit even the new folders go."""
    (tmp_path / "two.pdf").write_bytes(OLD)

    with pytest.raises(ZeroDivisionError), batch(tmp_path) as files:
        files.stage("a/b/one.pdf", NEW)
        files.stage("two.pdf", NEW)
        raise ZeroDivisionError

    assert {"two.pdf": OLD} == tree(tmp_path)
    assert not (tmp_path / "a").exists()


def test_parts_of_a_killed_run_are_swept(tmp_path: Path) -> None:
    """What the next run finds, it removes; other hidden files are not ours."""
    (tmp_path / f".x.pdf{PART}").write_bytes(OLD)
    (tmp_path / ".other").write_bytes(OLD)

    sweep(tmp_path)

    assert {".other": OLD} == tree(tmp_path)


def test_removing_takes_empty_folders_along(tmp_path: Path) -> None:
    """Folders with other files stay."""
    for name in ("a/b/c.pdf", "a/other.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(OLD)

    remove(tmp_path, "a/b/c.pdf")

    assert {"a/other.txt": OLD} == tree(tmp_path)
    assert not (tmp_path / "a" / "b").exists()


def test_a_file_where_a_folder_should_be_is_refused(tmp_path: Path) -> None:
    """The refusal names the path."""
    (tmp_path / "a").write_bytes(OLD)

    with pytest.raises(OutputNotWritableError) as caught, batch(tmp_path) as files:
        files.stage("a/one.pdf", NEW)

    assert (tmp_path / "a/one.pdf").as_posix() == caught.value.findings[0].source.file


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the device that is always full is Linux's")
def test_a_full_disk_leaves_the_old_file(tmp_path: Path) -> None:
    """No space is a refusal, and what was there stays."""
    (tmp_path / "one.pdf").write_bytes(OLD)
    (tmp_path / f".one.pdf{PART}").symlink_to("/dev/full")

    with pytest.raises(OutputNotWritableError), batch_without_sweep(tmp_path) as files:
        files.stage("one.pdf", NEW)

    assert OLD == (tmp_path / "one.pdf").read_bytes()


def batch_without_sweep(folder: Path):  # noqa: ANN201 - the batch itself
    """A batch that meets a prepared part."""
    from seapgen.publish.writer import Batch

    return Batch(folder)


@pytest.mark.skipif(os.name == "nt", reason="kill -9 is POSIX")
@pytest.mark.parametrize("wait_ms", [0, 3, 7, 15, 40])
def test_a_killed_writer_leaves_whole_files_or_none(tmp_path: Path, wait_ms: int) -> None:
    """Whenever the process dies, every visible file is whole."""
    writer = subprocess.Popen([sys.executable, "-c", KILLED, str(tmp_path)], stdout=subprocess.PIPE, cwd=Path.cwd())
    assert writer.stdout is not None
    writer.stdout.readline()
    time.sleep(wait_ms / 1000)
    writer.send_signal(signal.SIGKILL)
    writer.wait()
    writer.stdout.close()

    visible = {name: content for name, content in tree(tmp_path).items() if not name.endswith(PART)}
    assert {} == {n: len(c) for n, c in visible.items() if c != bytes([65 + int(n.split("/")[0])]) * 300_000}
    sweep(tmp_path)
    assert visible == tree(tmp_path)
