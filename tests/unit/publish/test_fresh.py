"""A fresh folder: whole or absent."""

from __future__ import annotations

from pathlib import Path

import pytest

from seapgen.model.errors import OutputNotWritableError
from seapgen.publish import writer
from seapgen.publish.fresh import write_fresh_folder

FILES = {"a.txt": b"a", "inside/b.txt": b"b", "inside/deep/c.txt": b"c"}


def written(folder: Path) -> dict[str, bytes]:
    """All files by their path."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def full_disk_at(number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """The disk refuses the file of that number."""
    real, done = writer.write_through, []

    def write(path: Path, content: bytes) -> None:
        done.append(path)
        if len(done) == number:
            raise OSError(28, "No space left on device")
        real(path, content)

    monkeypatch.setattr(writer, "write_through", write)


def test_a_folder_has_all_its_files(tmp_path: Path) -> None:
    """Folders above it are made."""
    write_fresh_folder(tmp_path / "new" / "mine", FILES)

    assert written(tmp_path) == {f"new/mine/{path}": content for path, content in FILES.items()}


@pytest.mark.parametrize("number", [1, 2, 3])
def test_a_full_disk_leaves_no_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    """Whichever file it is that does not fit."""
    full_disk_at(number, monkeypatch)
    with pytest.raises(OutputNotWritableError):
        write_fresh_folder(tmp_path / "mine", FILES)

    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_leaves_an_empty_folder_empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It was there before, and stays."""
    (tmp_path / "mine").mkdir()
    full_disk_at(3, monkeypatch)
    with pytest.raises(OutputNotWritableError):
        write_fresh_folder(tmp_path / "mine", FILES)

    assert list((tmp_path / "mine").iterdir()) == []


def test_what_a_killed_run_left_is_swept_away(tmp_path: Path) -> None:
    """Its hidden part does not get into the new folder."""
    left = tmp_path / f".mine{writer.PART}"
    left.mkdir()
    (left / "old.txt").write_bytes(b"old")
    write_fresh_folder(tmp_path / "mine", FILES)

    assert written(tmp_path) == {f"mine/{path}": content for path, content in FILES.items()}


def test_a_name_that_is_refused_leaves_no_part(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All files were written, but the folder cannot get its name."""

    def refuse(_: Path, target: Path) -> None:
        raise PermissionError(13, f"not {target}")

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(OutputNotWritableError):
        write_fresh_folder(tmp_path / "mine", FILES)

    assert list(tmp_path.iterdir()) == []
