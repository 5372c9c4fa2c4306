from __future__ import annotations

import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seapgen.cli.json_text import json_text

LEAVES = st.none() | st.booleans() | st.integers() | st.text() | st.decimals(allow_nan=False, allow_infinity=False, places=6)
TREES = st.recursive(LEAVES, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=20)


@given(tree=TREES)
def test_what_is_written_is_read_again(tree: object) -> None:
    """JSON readers get the very tree, decimals to the last digit."""
    assert tree == json.loads(json_text(tree), parse_float=Decimal)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Decimal("0.1"), "0.1\n"), (Decimal("1E+3"), "1000\n"), (Decimal("1E-7"), "0.0000001\n"), (Decimal("NaN"), "null\n"),
        ([], "[]\n"), ({}, "{}\n"), (True, "true\n"), ("né", '"né"\n'),
    ],
)  # fmt: skip
def test_numbers_are_plain_literals(value: object, text: str) -> None:
    """No exponent, no binary fraction, no quotation marks."""
    assert text == json_text(value)  # type: ignore[arg-type]


def test_one_value_stands_on_a_line() -> None:
    """People read JSON too, and line tools compare it."""
    assert '{\n "a": [\n  1,\n  2\n ],\n "b": {}\n}\n' == json_text({"a": [1, 2], "b": {}})
