"""A sentence is read once and filled as often as it is said."""

from __future__ import annotations

import pytest

from seapgen.compose.faults import ChapterFault
from seapgen.compose.wording import wording
from seapgen.model.inline import Emphasis, Link, Strong, Text


def test_a_wording_is_filled_again_and_again_with_other_values() -> None:
    """Nothing of the first time is left in the second."""
    said = wording("From {a} to **{b:from}**.")
    first, second = (said.filled([(Text(x),), (Text(y),)]) for x, y in (("1", "2"), ("3", "4")))

    assert (("a", ""), ("b", "from")) == said.slots
    assert (Text("From 1 to "), Strong((Text("2"),)), Text(".")) == first
    assert (Text("From 3 to "), Strong((Text("4"),)), Text(".")) == second


def test_values_come_where_their_slots_are_whatever_the_order() -> None:
    """A translation may turn a sentence round, and say a value twice."""
    assert (Text("y, x, y"),) == wording("{b}, {a}, {b}").filled([(Text("y"),), (Text("x"),), (Text("y"),)])


def test_a_value_that_looks_like_markup_or_a_slot_stays_letters() -> None:
    """Values are put in after the marks have been read."""
    assert (Emphasis((Text("*x* {b} \U000f0000"),)),) == wording("*{a}*").filled([(Text("*x* {b} \U000f0000"),)])


def test_words_of_a_link_may_hold_a_value() -> None:
    """Its address may not."""
    assert (Link("https://a.b", (Text("see 1"),)),) == wording("[see {a}](https://a.b)").filled([(Text("1"),)])
    with pytest.raises(ChapterFault):
        wording("[x](https://a.b/{a})")


@pytest.mark.parametrize("text", ["{a", "{{ a }}", "a}", "\U000f0000", "\ue000"])
def test_braces_and_reserved_letters_are_refused(text: str) -> None:
    """They would be taken for slots."""
    with pytest.raises(ChapterFault):
        wording(text)
