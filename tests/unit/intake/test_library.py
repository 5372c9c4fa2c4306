"""The library of typical actions."""

from __future__ import annotations

from decimal import Decimal

import pytest

from seapgen.intake.library import ACTIONS, RANGES, WORKS, read_library
from seapgen.intake.listed import known
from seapgen.model.library import RangeMark, RangeUnit
from seapgen.model.vocabulary import Sector
from tests.support.judged import reference

TABLES = {
    ACTIONS: "key,sector,area,instrument\nlamps,public_lighting,A21,B24\n",
    RANGES: (
        "key,quantity,low,high,unit,mark,works,note\n"
        "lamps,cost,10,30,eur_per_t,doubtful,plan 1.6,\nlamps,cost,10.5,,eur_per_mwh_saved,printed,plan;other 2,two towns\n"
    ),
    WORKS: "work,citation\nplan,Plan of a town\nother,Another plan\n",
}


def test_an_action_has_its_ranges_with_mark_and_works() -> None:
    """An open end is none, and a work is cited with the place in it."""
    library, findings = read_library(TABLES, "data")
    lamps = library.actions["lamps"]
    found = lamps.range_of(RangeUnit.EUR_PER_MWH_SAVED)

    assert findings == () and found is not None
    assert (Sector.PUBLIC_LIGHTING, "A21", "B24") == (lamps.sector, lamps.area, lamps.instrument)
    assert (Decimal("10.5"), None, RangeMark.PRINTED, "two towns") == (found.low, found.high, found.mark, found.note)
    assert "Plan of a town; Another plan, 2" == library.cited(found.works)
    assert "data/action_ranges.csv:3:1" == str(found.source)


def test_nothing_is_measured_by_a_doubtful_range() -> None:
    """It is told, and not used."""
    lamps = read_library(TABLES, "data")[0].actions["lamps"]

    assert RangeMark.DOUBTFUL in {each.mark for each in lamps.ranges}
    assert lamps.range_of(RangeUnit.EUR_PER_T) is None


@pytest.mark.parametrize(
    ("table", "spoilt", "by", "expected"),
    [
        (ACTIONS, "public_lighting", "lanterns", "L33 data/actions.csv:2:2"),
        (RANGES, "lamps,cost,10.5", "lamp,cost,10.5", "L80 data/action_ranges.csv:3:1"),
        (RANGES, "eur_per_t", "years", "L33 data/action_ranges.csv:2:5"),
        (RANGES, ",10.5,", ",,", "L30 data/action_ranges.csv:3:3"),
        (RANGES, ",10,30,", ",40,30,", "L34 data/action_ranges.csv:2:4"),
        (RANGES, "doubtful", "sure", "L33 data/action_ranges.csv:2:6"),
        (RANGES, "plan 1.6", "plans 1.6", "L80 data/action_ranges.csv:2:7"),
        (RANGES, "eur_per_t", "eur_per_mwh_saved", "L50 data/action_ranges.csv:3:1"),
        (WORKS, "other,", "plan,", "L50 data/action_works.csv:3:1"),
    ],
)
def test_a_table_that_cannot_be_used_is_refused_at_its_cell(table: str, spoilt: str, by: str, expected: str) -> None:
    """A person may revise the tables, and may slip."""
    library, findings = read_library({**TABLES, table: TABLES[table].replace(spoilt, by)}, "data")

    assert expected in [f"{f.code} {f.source}" for f in findings]
    assert not library.actions


def test_every_action_that_is_shipped_has_words_and_codes_of_the_template() -> None:
    """A key that the language of the program has no words for could not be printed, and one without data not be compared."""
    actions = reference().library.actions

    assert set(known("library")) == set(actions) and len(actions) == 70
    assert {a.area for a in actions.values()} <= set(known("area"))
    assert {a.instrument for a in actions.values()} <= set(known("instrument"))


def test_every_action_that_is_shipped_has_a_range() -> None:
    """Saving, production, emissions, cost, payback or lifetime: something is known of each."""
    assert [] == [a.key for a in reference().library.actions.values() if not a.ranges]


def test_only_unconfirmed_ranges_rest_on_general_knowledge() -> None:
    """A range that is printed or computed has a source, and all works are cited by some range."""
    library = reference().library
    ranges = [each for a in library.actions.values() for each in a.ranges]
    resting = {each.mark for each in ranges if "expert" in each.works}

    assert {RangeMark.UNCONFIRMED} == resting
    assert all("expert" in each.works for each in ranges if each.mark is RangeMark.UNCONFIRMED)
    assert set(library.works) == {work.partition(" ")[0] for each in ranges for work in each.works}
