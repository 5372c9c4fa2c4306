"""What whole plans say, word by word, in every language that is complete."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.places import EXAMPLES
from tests.support.plans import plan
from tests.support.tree_text import tree_text

TESTS = Path(__file__).resolve().parents[1]
GOLDEN = TESTS / "golden" / "seap"
PROGRAMMES = TESTS / "programmes"
PLANS = {
    "turin": EXAMPLES / "turin", "montelago": PROGRAMMES / "specimen", "portoverde": PROGRAMMES / "specimen", "town": PROGRAMMES / "minimal",
}  # fmt: skip
CASES = [(place, language) for place in PLANS for language in ("en", "it") if (place, language) != ("town", "it")]


@pytest.mark.parametrize(("place", "language"), CASES)
def test_plans_say_what_was_read_and_agreed(place: str, language: str, *, update_golden: bool) -> None:
    """The tree is the golden one; a change is looked at, sentence by sentence, before it is committed."""
    path = GOLDEN / f"{place}.{language}.txt"
    text = tree_text(plan(PLANS[place], place, language))
    if update_golden:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    assert path.read_text(encoding="utf-8") == text
