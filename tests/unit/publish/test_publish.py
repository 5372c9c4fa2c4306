from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from seapgen.model.artifact import Artifact
from seapgen.model.errors import BrokenTemplateError
from seapgen.publish.manifest import NAME, Manifest, digests, read_manifest, reason_to_write
from seapgen.publish.publish import Edition, publish

ONE = Artifact("seap/town/en/seap-town-en.pdf", b"one", "seap", "town", "en", "pdf", "key-1")
TWO = Artifact("seap/town/it/seap-town-it.pdf", b"two", "seap", "town", "it", "pdf", "key-2")


def edition(folder: Path, *stale: str) -> Edition:
    """An edition that keeps what the manifest knows."""
    kept = {p: e for p, e in read_manifest(folder).outputs.items() if p not in stale}
    return Edition("1.0", {"programme.yaml": "ab"}, {"error": 0, "warning": 1, "info": 2}, kept, stale)


def test_the_manifest_holds_what_the_contract_names(tmp_path: Path) -> None:
    """Programs read these keys."""
    publish(tmp_path, [ONE], edition(tmp_path))

    said = json.loads((tmp_path / NAME).read_text(encoding="utf-8"))
    assert {"version", "inputs", "outputs", "findings"} == set(said)
    assert {"sha256", "bytes", "product", "scope", "language", "format", "job"} == set(said["outputs"][ONE.path])
    assert 3 == said["outputs"][ONE.path]["bytes"]


def test_a_file_of_the_same_job_is_current(tmp_path: Path) -> None:
    """Nothing is made twice."""
    publish(tmp_path, [ONE], edition(tmp_path))

    assert reason_to_write(tmp_path, ONE.path, "key-1", read_manifest(tmp_path)) is None


@pytest.mark.parametrize("spoil", ["job", "bytes", "file", "manifest"])
def test_whatever_differs_is_made_anew(tmp_path: Path, spoil: str) -> None:
    """Another job, an edited file, a missing file, an unreadable manifest."""
    publish(tmp_path, [ONE], edition(tmp_path))
    match spoil:
        case "bytes":
            (tmp_path / ONE.path).write_bytes(b"edited")
        case "file":
            (tmp_path / ONE.path).unlink()
        case "manifest":
            (tmp_path / NAME).write_text("{", encoding="utf-8")

    assert reason_to_write(tmp_path, ONE.path, "key-9" if spoil == "job" else "key-1", read_manifest(tmp_path)) is not None


def test_stale_files_go_and_strangers_stay(tmp_path: Path) -> None:
    """Only what the manifest listed is removed."""
    publish(tmp_path, [ONE, TWO], edition(tmp_path))
    stranger = tmp_path / "seap" / "town" / "it" / "notes.txt"
    stranger.write_text("mine", encoding="utf-8")

    publish(tmp_path, [], edition(tmp_path, TWO.path))

    assert not (tmp_path / TWO.path).exists()
    assert stranger.exists()
    assert [ONE.path] == list(read_manifest(tmp_path).outputs)


def test_a_renderer_that_refuses_leaves_the_folder_as_it_was(tmp_path: Path) -> None:
    """All or none: the first file is not published when the second cannot be made."""

    def artifacts() -> Iterator[Artifact]:
        yield ONE
        raise BrokenTemplateError([])

    with pytest.raises(BrokenTemplateError):
        publish(tmp_path, artifacts(), edition(tmp_path))

    assert [] == list(tmp_path.iterdir())


def test_the_same_facts_give_the_same_manifest() -> None:
    """The order in which inputs come does not matter."""
    assert Manifest("1", {"a": "1", "b": "2"}).to_bytes() == Manifest("1", {"b": "2", "a": "1"}).to_bytes()


def test_inputs_that_are_missing_have_no_digest(tmp_path: Path) -> None:
    """A listed file may be gone."""
    (tmp_path / "a").write_bytes(b"")

    assert ["a"] == list(digests(tmp_path, ["b", "a"]))
