"""What independent programs say about finished files. Every function returns problems; none is good.

PDF: page-validation (PDF/UA-1, PDF/A); Word: Microsoft's Open XML SDK; HTML: the W3C's Nu checker, axe-core in Chromium.
"""

from __future__ import annotations

import io
import json
import re
import subprocess
from collections.abc import Iterable, Sequence
from pathlib import Path

import pikepdf
from page import validate_pdf_bytes

from tests.support.places import TESTS
from tests.support.tools import npm, program

PROFILES = ("ua1", "2a")
_STREAM_LENGTH = "STREAM-LENGTH"
_OBJECT = re.compile(rb"(?<!\d)(\d+) (\d+) obj\b")
_STREAM = re.compile(rb"\bstream\r?\n")


def pdf_problems(content: bytes, profiles: Sequence[str] = PROFILES) -> list[str]:
    """What a PDF breaks of the profiles: `2a: rule message`."""
    found = []
    for profile in profiles:
        for failure in validate_pdf_bytes(content, profile=profile).failures:
            if _STREAM_LENGTH not in failure.rule_id:
                found.append(f"{profile}: {failure.rule_id} {failure.message}")
    return found + wrong_stream_lengths(content)


def wrong_stream_lengths(content: bytes) -> list[str]:
    """Streams whose /Length is not the number of bytes before `endstream`.

    page-validation 0.11 takes a stream that ends in 0x0D for one with a wrong length, because it reads that byte as half of
    a line end. So its alarm is not heard; the bytes are counted here instead: those that /Length announces must be followed
    by one line end (or none) and `endstream`.
    """
    with pikepdf.open(io.BytesIO(content)) as pdf:
        lengths = {o.objgen: int(o["/Length"]) for o in pdf.objects if isinstance(o, pikepdf.Stream)}
    starts = {(number, generation): start for number, generation, start in _streams(content)}
    unseen = [f"object {key[0]}: stream not found in the file" for key in lengths if key not in starts]
    return unseen + [
        f"object {key[0]}: /Length {length} does not end at endstream"
        for key, length in lengths.items()
        if key in starts and not _ends(content[starts[key] + length :][:11])
    ]


def ooxml_problems(path: Path) -> list[str]:
    """What the Open XML SDK finds in a Word file: `part: description`."""
    command = [program("node"), str(npm(".bin/ooxml-validator")), str(path)]
    run = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    if not run.stdout.strip():
        return [f"the validator could not be run: {run.stderr.strip()}"]
    verdict = json.loads(run.stdout)
    problems = [f"{e.get('path', '')} {e.get('xPath', '')}: {e.get('description', '')}" for e in verdict["errors"]]
    return problems if problems or verdict["ok"] else ["the file cannot be opened"]


def html_problems(paths: Iterable[Path]) -> list[str]:
    """What the Nu HTML checker calls an error: `file:line message`. Warnings and remarks of style are not errors."""
    jar = npm("vnu-jar/build/dist/vnu.jar")
    command = [program("java"), "-jar", str(jar), "--format", "json", "--errors-only", *(str(p) for p in paths)]
    run = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    try:
        messages = json.loads(run.stderr)["messages"]
    except (json.JSONDecodeError, KeyError):
        return [f"the checker could not be run: {run.stderr.strip()[:500]}"]
    return [f"{Path(m.get('url', '')).name}:{m.get('lastLine', 0)} {m['message']}" for m in messages]


def browser_problems(folder: Path, pages: Iterable[str]) -> list[str]:
    """What axe-core finds in Chromium, light and dark, narrow and wide; scroll bars, lost focus, console errors with it."""
    program("chromium")
    npm("playwright-core/package.json")
    npm("axe-core/axe.min.js")
    command = [program("node"), str(TESTS / "tools" / "gates.mjs"), str(folder)]
    run = subprocess.run(
        command, input="\n".join(pages), capture_output=True, text=True, check=False, timeout=600, cwd=TESTS / "tools"
    )
    if run.returncode != 0:
        return [f"the gates could not be run: {run.stderr.strip()[-800:]}"]
    verdict = json.loads(run.stdout)
    return [f"{gate}: {json.dumps(p)}" for gate in ("axe", "overflow", "focus", "console") for p in verdict.get(gate, ())]


def _streams(content: bytes) -> Iterable[tuple[int, int, int]]:
    """Number, generation and first byte of every stream that stands in the file as an object of its own."""
    position = 0
    while found := _OBJECT.search(content, position):
        position = found.end()
        following = _OBJECT.search(content, position)
        opened = _STREAM.search(content, position, following.start() if following else len(content))
        if opened:
            position = max(position, content.find(b"endstream", opened.end()))
            yield int(found[1]), int(found[2]), opened.end()


def _ends(tail: bytes) -> bool:
    return tail.startswith((b"endstream", b"\nendstream", b"\r\nendstre", b"\rendstream"))
