from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from seapgen.model.errors import LockedError, OutputNotWritableError
from seapgen.model.message import Verbatim
from seapgen.publish.lock import NAME, lock

HOLDER = """
import sys
from pathlib import Path
from seapgen.publish.lock import lock
with lock(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_the_second_build_is_told_who_holds_the_folder(tmp_path: Path) -> None:
    """The finding names the process."""
    with lock(tmp_path), pytest.raises(LockedError) as caught, lock(tmp_path):
        pass

    ((_, owner),) = caught.value.findings[0].message.values
    assert isinstance(owner, Verbatim)
    assert f"process {os.getpid()} on " in owner.text


def test_a_lock_ends_and_leaves_nothing(tmp_path: Path) -> None:
    """The folder can be held again; the lock's file is gone, and a folder made for it too."""
    for _ in range(2):
        with lock(tmp_path / "out"):
            assert (tmp_path / "out" / NAME).exists()

    assert [] == list(tmp_path.iterdir())


def test_what_was_built_under_a_lock_stays(tmp_path: Path) -> None:
    """Only an empty folder goes."""
    with lock(tmp_path / "out"):
        (tmp_path / "out" / "x").write_bytes(b"x")

    assert ["x"] == [p.name for p in (tmp_path / "out").iterdir()]


@pytest.mark.skipif(os.name == "nt", reason="kill -9 is POSIX")
def test_a_killed_owner_holds_nothing(tmp_path: Path) -> None:
    """The operating system lets go."""
    owner = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=Path.cwd()
    )
    assert owner.stdout is not None
    assert owner.stdin is not None
    owner.stdout.readline()
    with pytest.raises(LockedError), lock(tmp_path):
        pass

    owner.kill()
    owner.communicate()
    with lock(tmp_path):
        held = (tmp_path / NAME).read_text()
    assert f"process {os.getpid()} on " in held


def test_a_folder_that_cannot_be_is_refused(tmp_path: Path) -> None:
    """A file stands where the folder should be."""
    (tmp_path / "out").write_bytes(b"")

    with pytest.raises(OutputNotWritableError), lock(tmp_path / "out"):
        pass


def test_whoever_waits_gets_the_folder_when_it_is_free(tmp_path: Path) -> None:
    """The wait ends with the other build, not with the time."""
    entered, leave = threading.Event(), threading.Event()

    def other() -> None:
        with lock(tmp_path):
            entered.set()
            leave.wait(20)

    holder = threading.Thread(target=other)
    holder.start()
    entered.wait(20)
    threading.Timer(0.2, leave.set).start()
    started = time.monotonic()
    with lock(tmp_path, wait=60):
        waited = time.monotonic() - started
    holder.join()

    assert 0.1 < waited < 20


def test_whoever_has_waited_in_vain_is_told_who_holds_the_folder(tmp_path: Path) -> None:
    """After the time that was given, and not before."""
    started = time.monotonic()
    with lock(tmp_path), pytest.raises(LockedError), lock(tmp_path, wait=0.3):
        pass

    assert time.monotonic() - started >= 0.3
