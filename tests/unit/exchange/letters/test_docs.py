"""docs/letters.md names what a letter may use: all of it, and nothing that there is not."""

from __future__ import annotations

import re

import pytest

from seapgen.exchange.letters.grammar import known_names
from seapgen.exchange.letters.letter import check_letter
from seapgen.exchange.letters.nouns import LetterFacts
from tests.support.places import ROOT
from tests.support.word_letters import filled, template

PAGE = (ROOT / "docs" / "letters.md").read_text(encoding="utf-8")
SAME = {"inventories[].": "inventory.", "targets[].": "target.", "programme.coordinator.": "agency."}  # explained once
EXAMPLES = re.findall(r"^\| `([^`]*\{\{[^`]*)` \| ([^|]+) \|$", PAGE, re.MULTILINE)


def explained() -> list[str]:
    """The names at the beginning of the rows of the tables."""
    return re.findall(r"^\| `([a-z_\[\].]+)` \|", PAGE[PAGE.index("## Names") :], re.MULTILINE)


def test_the_page_explains_every_name_and_no_other() -> None:
    """Names of lists and of what is explained once are folded together; each stands there once."""
    known = set()
    for name in known_names(LetterFacts):
        start = next((s for s in SAME if name.startswith(s)), "")
        known.add(SAME[start] + name.removeprefix(start) if start else name)

    assert sorted(known) == sorted(explained())


@pytest.mark.parametrize(("mark", "text"), EXAMPLES)
def test_the_examples_of_the_page_are_true(mark: str, text: str) -> None:
    """Each is a letter that can be filled for Turin, and says what stands beside it."""
    said = filled(mark).replace("\u00a0", " ").strip()

    assert said == text.strip() or text.startswith("the figure of that id")


def test_there_are_examples() -> None:
    """The table was found."""
    assert 5 < len(EXAMPLES)


@pytest.mark.parametrize("mark", re.findall(r"`(\{[{%][^`…]*[%}]\})`", PAGE[: PAGE.index("## Names")]))
def test_marks_in_the_text_are_understood(mark: str) -> None:
    """What the page writes about conditions and loops is no fault, once it has its end."""
    kind = re.match(r"\{%(?:p|tr)? ?(if|for|endif|endfor)", mark)
    lines = {
        "if": (mark, "{%p endif %}"),
        "for": (mark, "{%p endfor %}"),
        "endif": ("{%p if plan %}", mark),
        "endfor": ("{%p for x in actions %}", mark),
    }
    whole = [line.replace("{%tr ", "{%p ").replace("{% if", "{%p if") for line in (lines[kind[1]] if kind else (mark,))]

    assert [] == [f for f in check_letter(template(*whole)) if "action.title" not in mark]
