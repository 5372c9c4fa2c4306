"""YAML as data with places: YAML 1.2, one meaning for each value."""

from __future__ import annotations

import json
import time
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seapgen.intake.nodes import Leaf, Listed, Mapped, Node
from seapgen.intake.yaml_file import read_yaml


def values(node: Node | None) -> object:
    """The data of a node without its places."""
    match node:
        case Mapped():
            return {e.key.value: values(e.node) for e in node.entries}
        case Listed():
            return [values(item) for item in node.items]
        case Leaf():
            return node.value
    return None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12", 12), ("-3", -3), ("0", 0), ("0.5", Decimal("0.5")), ("-.25", Decimal("-0.25")), ("2013-03-18", date(2013, 3, 18)),
        ("true", True), ("False", False), ("~", None), ("", None), ("null", None), ("NO", "NO"), ("yes", "yes"), ("on", "on"),
        ("12:30", "12:30"), ("45/2012", "45/2012"), ("1.2.3", "1.2.3"), ('"017"', "017"), ("'2013-03-18'", "2013-03-18"),
        ("1 000", "1 000"), ("E10", "E10"), ("+39 011", "+39 011"),
    ],
)  # fmt: skip
def test_a_clear_value_has_the_meaning_of_yaml_1_2(text: str, value: object) -> None:
    """Norway stays a country, half past twelve a text."""
    node, findings = read_yaml(f"a: {text}\n", "f.yaml")
    assert (values(node), findings) == ({"a": value}, ())


@pytest.mark.parametrize(
    "text",
    [
        "017",
        "1_000",
        "0x1F",
        "0o17",
        "0b11",
        "1e3",
        "1.5E-2",
        "5.",
        ".inf",
        "-.INF",
        ".nan",
        "1,234",
        "12,5",
        "1,234,567",
        "-08",
        "0_1",
    ],
)
def test_a_value_with_two_readings_is_asked_for(text: str) -> None:
    """Readers differ about these: octal, groups, other bases, floats."""
    _, findings = read_yaml(f"a: {text}\n", "f.yaml")
    assert [(f.code, str(f.source)) for f in findings] == [("L25", "f.yaml:1:4")]


def test_numbers_keep_every_digit() -> None:
    """Decimal, not float."""
    node, _ = read_yaml("a: 0.1000000000000000055511151231257827", "f.yaml")
    assert str(values(node)) == "{'a': Decimal('0.1000000000000000055511151231257827')}"


def test_keys_and_values_know_their_places() -> None:
    """Lines and columns count from 1."""
    node, _ = read_yaml("# head\na:\n  - b: 1\n    ccc: two\n", "f.yaml")
    assert isinstance(node, Mapped)
    listed = node.get("a")
    assert isinstance(listed, Listed)
    inner = listed.items[0]
    assert isinstance(inner, Mapped)
    assert [(e.key.line, e.key.column, e.node.line, e.node.column) for e in inner.entries] == [(3, 5, 3, 8), (4, 5, 4, 10)]


def test_letters_are_composed() -> None:
    """A decomposed accent equals a composed one."""
    node, _ = read_yaml("a: caffe\u0300\n", "f.yaml")
    assert values(node) == {"a": "caff\u00e8"}


@pytest.mark.parametrize(
    "bomb",
    [
        "[" * 100_000, "{a: " * 50_000, "- " * 200_000, "? " * 100_000, "[" + "a," * 300_000 + "]",
        "a: &a [" + "*a," * 1000 + "]",
        "\n".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 1000)), "k: " + "x y " * 200_000,
        "\n".join(" " * n + "a:" for n in range(900)), '"' + "\\x41" * 200_000 + '"', "# " + "x" * 900_000,
        "a: |\n" + " x\n" * 200_000,
    ],
    ids=range(12),
)  # fmt: skip
def test_a_bomb_ends_soon(bomb: str) -> None:
    """Deep, wide or recursive: no hang, no exception."""
    start = time.process_time()
    read_yaml(bomb, "f.yaml")
    assert time.process_time() - start < 5


@given(st.text(max_size=200))
def test_any_text_ends_in_data_or_a_finding(text: str) -> None:
    """Never an exception; without a finding there is data."""
    node, findings = read_yaml(text, "f.yaml")
    assert node is not None or findings


yaml_like = st.text(alphabet=st.sampled_from("ab01-:,[]{}&*!|>'\"%@#?~ \n\t\\.xu"), max_size=60)


@given(yaml_like)
def test_any_yaml_like_text_ends_in_data_or_a_finding(text: str) -> None:
    """Letters that mean something to YAML, in any order."""
    node, findings = read_yaml(text, "f.yaml")
    assert node is not None or findings


leaves = st.integers(-999, 999) | st.booleans() | st.none() | st.text("abc é", max_size=5)
keys = st.text("xyz", min_size=1, max_size=3)


@given(st.recursive(leaves, lambda inner: st.lists(inner) | st.dictionaries(keys, inner), max_leaves=12))
def test_json_is_read_as_it_is(data: object) -> None:
    """YAML 1.2 contains JSON."""
    node, findings = read_yaml(json.dumps(data), "f.yaml")
    assert findings == () and values(node) == data
