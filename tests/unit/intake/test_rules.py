"""The table of findings: codes, and values for every slot."""

from __future__ import annotations

import ast
import string
from collections.abc import Iterator

import pytest

from seapgen.intake.guards.characters import FORBIDDEN, shown
from seapgen.intake.rules import LoadRule
from seapgen.model.finding import Severity
from seapgen.model.source import Source
from tests.support.places import PACKAGE

ALWAYS = {"value", "limit"}
NAMED = {"_settle", "_report"}  # helpers that give the value `name` themselves, in shapes.py and theme.py


def slots(rule: LoadRule) -> set[str]:
    """The names in braces of a rule's fact and way out."""
    texts = [m.text for m in (rule.value.fact, rule.value.way_out) if m is not None]
    return {name for text in texts for _, name, _, _ in string.Formatter().parse(text) if name}


def uses() -> Iterator[tuple[str, LoadRule, set[str]]]:
    """Every call that makes a finding: where, of which rule, with which values."""
    for path in sorted((PACKAGE / "intake").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            given = {k.arg for k in node.keywords if k.arg} | ALWAYS
            inner = [a for a in node.args if isinstance(a, ast.Attribute) and ast.unparse(a.value) == "LoadRule"]
            called = node.func
            if isinstance(called, ast.Attribute) and called.attr == "at" and ast.unparse(called.value).startswith("LoadRule."):
                yield f"{path.name}:{node.lineno}", LoadRule[ast.unparse(called.value).split(".")[1]], given
            elif inner and isinstance(called, ast.Attribute) and called.attr in NAMED:
                named = {"name"} if path.name in ("shapes.py", "theme.py") else set()
                yield f"{path.name}:{node.lineno}", LoadRule[inner[0].attr], given | named


def test_codes_are_given_once() -> None:
    """A code means one thing."""
    codes = [rule.code for rule in LoadRule]
    assert len(codes) == len(set(codes))


def test_every_slot_of_a_rule_is_filled_where_it_is_used() -> None:
    """No brace reaches a reader."""
    found = list(uses())
    assert (
        len(found) > 60 and [(where, rule.name, slots(rule) - given) for where, rule, given in found if slots(rule) - given] == []
    )


def test_every_rule_is_used() -> None:
    """The manual lists no finding that cannot be met."""
    text = "\n".join(p.read_text(encoding="utf-8") for p in (PACKAGE / "intake").rglob("*.py"))
    assert [rule.name for rule in LoadRule if f"LoadRule.{rule.name}" not in text] == []


def test_a_finding_knows_its_municipality() -> None:
    """From the folder it stands in."""
    inside, outside = Source("municipalities/town/prose.en.md", 1), Source("programme.yaml", 1)
    assert [LoadRule.FILE_MISSING.at(s).municipality for s in (inside, outside)] == ["town", ""]


def test_a_way_out_that_names_nothing_is_left_out() -> None:
    """Nearest to it: nothing."""
    finding = LoadRule.UNKNOWN_KEY.at(Source("f.yaml"), name="x", names="")
    assert finding.proposal is None and finding.severity is Severity.ERROR


@pytest.mark.parametrize("text", ["a\u202eb", "a\nb\tc", "\x1b[31mred", "x" * 900])
def test_a_users_value_is_shown_harmlessly(text: str) -> None:
    """No letter that a terminal obeys or an eye misses, in one line."""
    assert not FORBIDDEN.search(shown(text)) and "\n" not in shown(text) and len(shown(text)) <= 90
