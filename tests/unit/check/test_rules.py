from __future__ import annotations

import pytest

from seapgen.check.rule import Rule
from seapgen.check.rules import RULES, rule
from tests.unit.check.nouns import shipped


def test_every_code_stands_for_one_rule() -> None:
    """A code is how people speak of a rule."""
    codes = [r.code for r in RULES]

    assert sorted(set(codes)) == sorted(codes)


@pytest.mark.parametrize("each", RULES, ids=lambda r: r.code)
def test_a_rule_can_be_looked_up(each: Rule) -> None:
    """`check --explain` finds every rule."""
    assert each is rule(each.code)


def test_every_rule_stands_in_the_table() -> None:
    """A rule without severity, stage and columns would never judge."""
    assert set() == {r.code for r in RULES} - set(shipped().rules.rules)
