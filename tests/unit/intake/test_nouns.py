"""What a record refuses becomes findings that name key, place and way out."""

from __future__ import annotations

import pytest

from seapgen.intake.nouns import noun, nouns
from seapgen.intake.yaml_file import read_yaml
from seapgen.model.finding import Finding
from seapgen.model.message import Message, Verbatim
from seapgen.model.municipality import MunicipalityHead
from seapgen.model.noun import Noun
from seapgen.model.programme import Accepted, Contribution

GOOD = "id: town\nname: {en: Town}\ncountry: IT\nlanguages: [en]\n"


def refused(text: str, kind: type[Noun] = MunicipalityHead) -> list[Finding]:
    """The findings of a record."""
    node, findings = read_yaml(text, "f.yaml")
    assert node is not None and not findings
    return list(noun(node, kind, "f.yaml")[1])


def filled(message: Message | None) -> str:
    """The English text of a message whose values are letters or messages."""
    assert message is not None
    values = {
        name: v.text if isinstance(v, Verbatim) else filled(v) if isinstance(v, Message) else "?" for name, v in message.values
    }
    return message.text.format(**values)


@pytest.mark.parametrize(
    ("line", "code", "fact", "way_out"),
    [
        ("popluation: {2010: 1}", "L31", "“popluation” is not known here.", "Nearest to it: population."),
        ("group: 12", "L37", "“group” must be a text; 12 without quotes is none.", 'Write it in quotes: "12".'),
        ("covenant: {signed_on: yesterday}", "L32", "“covenant.signed_on” is not of the right kind.",
         "Expected: a date like 2013-03-18."),
        ("excluded: {steel: {en: a}}", "L33", "“steel” is none of the values that “excluded.steel” may have.",
         "Allowed: municipal_b"),
        ("location: {lat: 91, lon: 0}", "L34", "“location.lat” is out of range.", "Allowed: ≤ 90."),
        ("agency: Big Agency", "L35", "“Big Agency” is not a well-formed id.", "Its pattern: ^[a-z0-9]"),
        ("location: {lat: 1}", "L30", "“location.lon” is missing.", "Add it."),
        ("group:", "", "", ""),
        ("items: {a: }", "L39", "“items.a” has no value.", "Give one, or take the key away."),
        ("inventories: [{year: 2010, kind: baseline, electricity: 0.4}]", "L33",
         "“0.4” is none of the values that “inventories.electricity” may have.", "Allowed: national, local."),
        ("financing: [{source: own, share_pct: 40, secured: yes}]", "L32", "“financing.secured” is not of the right kind.",
         "Expected: true or false."),
        ("budget: {total_eur: true, period: [2010, 2020]}", "L32", "“budget.total_eur” is not of the right kind.",
         "Expected: a number."),
        ("population: {2010: 8.5}", "L32", "“population.2010” is not of the right kind.", "Expected: a whole number."),
    ],
)  # fmt: skip
def test_a_refusal_says_what_and_what_to_do(line: str, code: str, fact: str, way_out: str) -> None:
    """The words that a person reads."""
    findings = refused(f"{GOOD}{line}\n")
    assert [f.code for f in findings] == [code] * bool(code)
    if code:
        assert filled(findings[0].message) == fact and filled(findings[0].proposal).startswith(way_out)


def test_all_refusals_of_a_record_come_at_once() -> None:
    """Nobody mends one fault to meet the next."""
    assert len(refused("id: A\nname: 5\ncountry: italy\nlanguages: []\nx: 1\npopulation: {1: 2}\n")) == 6


def test_a_text_quoted_for_a_number_of_a_closed_list_is_refused() -> None:
    """`option: "1"` is a text; the list holds numbers."""
    text = "agency: a\nrecommendations: [{id: R1, theme: t, audience: [eu], priority: 4, text: {en: a}}]"
    assert [f.code for f in refused(text, Contribution)] == ["L34"]


def test_good_records_of_a_list_are_kept_beside_bad_ones() -> None:
    """A list of findings that are accepted does not fall with one of them."""
    node, _ = read_yaml("- {code: I8, reason: {en: a}, by: b, on: 2012-07-20}\n- {code: I9}\n", "f.yaml")
    assert node is not None
    made, findings = nouns(node, Accepted, "f.yaml")
    assert ([a.code for a in made], {str(f.source) for f in findings}) == (["I8"], {"f.yaml:2:3"})


def test_a_file_that_is_no_list_is_told_so() -> None:
    """`accepted.yaml` holds a list."""
    node, _ = read_yaml("code: I8\n", "accepted.yaml")
    assert node is not None
    assert filled(nouns(node, Accepted, "accepted.yaml")[1][0].message) == "“accepted.yaml” is not of the right kind."


def test_a_hostile_value_is_shown_harmlessly() -> None:
    """Shortened, in one line, nothing invisible."""
    node, _ = read_yaml(GOOD + 'agency: "' + "\\n" + "A" * 500 + '"', "f.yaml")
    assert node is not None
    shown = noun(node, MunicipalityHead, "f.yaml")[1][0].value
    assert isinstance(shown, Verbatim) and len(shown.text) == 80 and shown.text.startswith(" AAA") and shown.text.endswith("…")
