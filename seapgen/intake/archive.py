"""Returns that were read before: whoever finds the same files again need not read and judge them a second time."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from seapgen.intake.desk import MOST_FINDINGS, Desk, Heard
from seapgen.intake.guards.folder import bytes_of
from seapgen.intake.kept import packed, unpacked
from seapgen.intake.returns import read_return
from seapgen.model.kept import KeptReturn
from seapgen.model.municipality import Municipality

_READ = (".csv", ".yaml", ".yml", ".md")  # of other files a return only knows that they are there


class Archive:
    """`known` are returns by the key of all that they were read from."""

    def __init__(self, known: Mapping[str, KeptReturn] | None = None) -> None:
        self._known = known or {}
        self._again: dict[str, KeptReturn] = {}
        self._fresh: dict[str, tuple[Municipality, Heard]] = {}

    @property
    def has_news(self) -> bool:
        """Whether a return was read that was not known."""
        return bool(self._fresh)

    def kept(self) -> Mapping[str, KeptReturn]:
        """The returns of this reading, for the next one."""
        fresh = {key: KeptReturn(packed(m), tuple(h.findings), tuple(sorted(h.files))) for key, (m, h) in self._fresh.items()}
        return {**self._again, **fresh}

    def read(self, desk: Desk, folder: str, programme: tuple[str, ...]) -> Municipality | None:
        """What `read_return` makes of a folder, with the same findings."""
        key = _key(desk, folder, programme)
        known = self._known.get(key)
        municipality = _again(desk, folder, known) if known else None
        if known and municipality:
            self._again[key] = known
            return municipality
        with desk.overheard() as heard:
            municipality = read_return(desk, folder, programme)
        if key and municipality and len(heard.findings) < MOST_FINDINGS:  # else some are left out, and count for others
            self._fresh[key] = municipality, heard
        return municipality


def _again(desk: Desk, folder: str, known: KeptReturn) -> Municipality | None:
    """A return that was kept; nothing where it cannot be understood."""
    try:
        municipality = unpacked(known.content, folder)
    except (ValueError, ArithmeticError):
        return None
    for file in known.files:
        desk.note(file)
    desk.report(known.findings)
    return municipality


def _key(desk: Desk, folder: str, programme: tuple[str, ...]) -> str:
    """The digest of all that a return is read from; empty where a file cannot be read."""
    parts: list[object] = [folder, programme]
    for path in desk.listing.inside(folder):
        parts += [path, path in desk.pictures]
        if path.endswith(_READ):
            data, _ = bytes_of(desk.root, path)
            if data is None:
                return ""
            parts.append(hashlib.sha256(data).digest())
    return hashlib.sha256(repr(parts).encode("utf-8", "surrogatepass")).hexdigest()
