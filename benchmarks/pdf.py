"""PDF against LibreOffice in batch: different documents, so that nobody can remember the last one."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean

from pypdf import PdfReader

from benchmarks.clock import Measured, once
from benchmarks.peers.libreoffice import PLAIN, TAGGED, converted
from benchmarks.result import Limit, Table, times
from benchmarks.word import Rivals

MOST, STRETCH = 0.4, 1 / 6


@dataclass(frozen=True, slots=True)
class Batch:
    """CPU seconds a document of each round, and pages a document."""

    who: str
    seconds: Measured
    pages: float


def measure(rounds: Sequence[Sequence[Rivals]], folder: Path) -> list[Batch]:
    """Every round has documents of its own. Our compiler has had one document before; LibreOffice starts anew in each call."""
    _ours(rounds[0][:1])
    seconds: dict[str, list[float]] = {}
    pages: dict[str, float] = {}
    for number, pairs in enumerate(rounds):
        for who, (took, paged) in _round(pairs, folder / f"round-{number}").items():
            seconds.setdefault(who, []).append(took / len(pairs))
            pages[who] = paged
    return [Batch(who, Measured(tuple(found)), pages[who]) for who, found in seconds.items()]


def start_up(pair: Rivals, folder: Path) -> float:
    """CPU seconds of one LibreOffice call with one document."""
    folder.mkdir(exist_ok=True)
    file = folder / "single.docx"
    file.write_bytes(pair.peers())
    return once(lambda: converted([file], folder, folder.parent / "profile"))


def _round(pairs: Sequence[Rivals], folder: Path) -> dict[str, tuple[float, float]]:
    folder.mkdir()
    theirs = _files(folder / "docxtpl", [pair.peers() for pair in pairs])
    mine = _files(folder / "seapgen", [pair.ours() for pair in pairs])
    profile = folder.parent / "profile"
    return {
        "seapgen, PDF/UA-1 and PDF/A-2a": _ours(pairs),
        "LibreOffice, the peer’s Word files": _theirs(theirs, profile, PLAIN),
        "LibreOffice, the peer’s Word files, tagged": _theirs(theirs, profile, TAGGED),
        "LibreOffice, our Word files": _theirs(mine, profile, PLAIN),
    }


def _ours(pairs: Sequence[Rivals]) -> tuple[float, float]:
    trees = [pair.subject.tree() for pair in pairs]
    made: list[bytes] = []
    took = once(lambda: made.extend(pair.subject.written(tree, "pdf") for pair, tree in zip(pairs, trees, strict=True)))
    return took, mean(len(PdfReader(io.BytesIO(file)).pages) for file in made)


def _theirs(files: Sequence[Path], profile: Path, form: str) -> tuple[float, float]:
    out = files[0].parent / ("tagged" if form == TAGGED else "plain")
    took = once(lambda: converted(files, out, profile, form))
    return took, mean(len(PdfReader(made).pages) for made in out.glob("*.pdf"))


def _files(folder: Path, contents: Sequence[bytes]) -> list[Path]:
    folder.mkdir()
    files = [folder / f"{n}.docx" for n in range(len(contents))]
    for file, content in zip(files, contents, strict=True):
        file.write_bytes(content)
    return files


def table(found: Sequence[Batch], version: str, single: float | None) -> Table:
    """Seconds a document and milliseconds a page, of the best round."""
    ours = found[0]
    rows = [
        (
            batch.who.replace("LibreOffice", version), f"{batch.seconds.best:.2f}", f"{batch.pages:.0f}",
            f"{batch.seconds.best / batch.pages * 1000:.0f}", times(batch.seconds.best, ours.seconds.best) if n else "1",
        )
        for n, batch in enumerate(found)
    ]  # fmt: skip
    if single is not None:
        rows.append((f"{version}, one file in a call of its own", f"{single:.2f}", "", "", times(single, ours.seconds.best)))
    head = ("who", "s of CPU a document", "pages", "ms a page", "slower than seapgen by")
    return Table("pdf", "PDF", head, tuple(rows))


def limits(found: Sequence[Batch]) -> list[Limit]:
    """What was promised, against LibreOffice with what is easiest for it."""
    peer = next((b for b in found if b.who == "LibreOffice, the peer’s Word files"), None)
    share = found[0].seconds.best / peer.seconds.best if peer else None
    return [Limit("PDF: CPU as a share of LibreOffice’s in batch", share, MOST, STRETCH, "")] if share else []
