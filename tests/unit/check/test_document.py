"""Rule C1: numbers in prose that miss a computed one."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from seapgen.check.check import check_programme
from seapgen.compute import compute_results
from seapgen.model.finding import Finding
from seapgen.model.message import Figure
from seapgen.model.source import Source
from tests.unit.check.nouns import shipped
from tests.unit.compute import made

D = Decimal


def typed(text: str, places: dict[tuple[str, str], Source] | None = None) -> list[Finding]:
    """What C1 finds in a text beside the good town's inventory, computed from its own rows."""
    town = made.town(made.used("residential", "natural_gas", "102020"), texts={"summary": {"en": text}}, text_places=places or {})
    whole = made.programme(town)
    return [f for f in check_programme(whole, compute_results(whole, made.reference()), shipped()) if f.code == "C1"]


def test_a_number_near_no_computed_one_is_left_alone() -> None:
    """C1 cannot know what it speaks of."""
    assert [] == typed("In all the province, 5 000 000 MWh.")


def test_a_number_in_a_text_without_place_is_named_by_its_file() -> None:
    """C1: no line is invented."""
    assert [Source("municipalities/town/prose.en.md")] == [f.source for f in typed("It uses 103 000 MWh.")]


def test_a_number_in_a_text_is_named_by_line_and_column() -> None:
    """C1 counts from the first line of the section."""
    place = Source("municipalities/town/prose.en.md", 7)

    assert [replace(place, line=9, column=9)] == [
        f.source for f in typed("Much.\n\nIt uses 103 000 MWh.", {("summary", "en"): place})
    ]


def test_the_computed_number_is_shown_without_its_path() -> None:
    """C1: a figure in a finding is no figure of the document."""
    (finding,) = typed("It uses 103 000 MWh.")

    assert isinstance(finding.limit, Figure)
    assert ("", D(102020)) == (finding.limit.id, finding.limit.value)
