"""What plans say in situations of the data: the sentences as a person read and agreed them, in English and Italian."""

from __future__ import annotations

from pathlib import Path

import pytest

from seapgen.model.document import Chapter, Paragraph
from seapgen.model.inline import plain, walk
from tests.support.monitored import MONITORED
from tests.support.plans import plan
from tests.support.situations import SITUATIONS

ALL = {**SITUATIONS, **MONITORED}
GOLDEN = Path(__file__).resolve().parents[1] / "golden" / "situations"


def sentences(folder: Path, language: str) -> str:
    """Leads and paragraphs of a plan, chapter by chapter; tables and charts have goldens of their own."""
    lines: list[str] = []
    for block in plan(folder, "valfiore", language).blocks:
        if isinstance(block, Chapter) and block.number.isdigit():
            lines += ["", f"{block.number} {plain(block.title)}", f"  {plain(block.lead)}"]
            lines += [f"  {plain(n.children)}" for n in walk(block.blocks) if isinstance(n, Paragraph)]
    return "\n".join(lines).strip() + "\n"


@pytest.mark.parametrize("language", ["en", "it"])
@pytest.mark.parametrize("situation", ALL)
def test_a_situation_reads_as_agreed(situation: str, language: str, tmp_path: Path, *, update_golden: bool) -> None:
    """Every sentence follows from the data and is worded as a native editor would."""
    said = sentences(ALL[situation].write(tmp_path), language)
    path = GOLDEN / f"{situation}.{language}.txt"
    if update_golden:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(said, encoding="utf-8")

    assert path.read_text(encoding="utf-8") == said


def test_no_two_situations_say_the_same() -> None:
    """Each situation changes what is said."""
    texts = [path.read_text(encoding="utf-8") for path in GOLDEN.glob("*.en.txt")]

    assert len(texts) == len(ALL) == len(set(texts))
