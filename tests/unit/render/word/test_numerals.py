"""Word counts headings by itself; what it would count wrongly is said in letters."""

from __future__ import annotations

import re

from seapgen.render.word.ledger import Ledger
from seapgen.render.word.numbering import numbering_part
from seapgen.render.word.numerals import Numerals

LEVELS = tuple(re.findall(r'<w:lvl w:ilvl="[01]".*?</w:lvl>', numbering_part())[:2])


def numerals() -> tuple[Numerals, Ledger]:
    """Numerals of a new document with its ledger."""
    ledger = Ledger(20)
    return Numerals(ledger, (LEVELS[0], LEVELS[1]), 2), ledger


def test_numbers_in_order_are_left_to_word() -> None:
    """1, 1.1, 1.2, 2, 2.1 need nothing but their style."""
    count, ledger = numerals()
    told = [count.chapter("1"), count.heading(2, "1.1"), count.heading(2, "1.2"), count.chapter("2"), count.heading(2, "2.1")]
    assert [more for _, more in told] == [""] * 5
    assert ledger.definitions == []


def test_an_annex_counts_in_letters() -> None:
    """A, A.1, B: the list of the annex style; level 2 says which list it is in."""
    count, _ = numerals()
    assert count.chapter("A") == ("Heading1Annex", "")
    assert count.heading(2, "A.1") == ("Heading2", '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="2"/></w:numPr>')
    assert count.chapter("B") == ("Heading1Annex", "")


def test_a_number_out_of_order_is_said_in_letters() -> None:
    """A document that begins with chapter 3 shows 3, and its headings 3.1."""
    count, ledger = numerals()
    style, more = count.chapter("3")
    count.heading(2, "3.1")
    assert (style, "w:numId" in more) == ("Heading1", True)
    assert ['w:lvlText w:val="3"' in ledger.definitions[0], 'w:lvlText w:val="3.1"' in ledger.definitions[1]] == [True, True]


def test_word_goes_on_counting_behind_a_literal_number() -> None:
    """1, 2bis, 2: the second is literal, the third is Word's."""
    count, _ = numerals()
    assert [bool(count.chapter(n)[1]) for n in ("1", "2bis", "2")] == [False, True, False]


def test_a_chapter_without_number_does_not_count() -> None:
    """A foreword between 1 and 2."""
    count, _ = numerals()
    assert [count.chapter(n) for n in ("1", "", "2")] == [("Heading1", ""), ("Heading1Plain", ""), ("Heading1", "")]
