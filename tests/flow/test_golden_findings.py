"""What every rule says of an input that breaks it, in full: as a person read and agreed it, in English."""

from __future__ import annotations

from pathlib import Path

import pytest

from seapgen.localise.language import load_language
from seapgen.model.finding import Finding
from tests.flow.test_rule_degrees import CASES as DEGREES
from tests.flow.test_rules import CODES, laid_over
from tests.support.judged import judged
from tests.support.places import TESTS
from tests.support.rules import RULES, edited

GOLDEN = TESTS / "golden" / "findings"
CASES = TESTS / "cases"
PUBLISHED = ("ioannina_2019", "kozani_2020", "limassol_2018", "vinkovci_2011_submitted")


def told(finding: Finding) -> str:
    """Code, severity, stage and place; the fact; what was found and what is allowed; peers; the way out."""
    english = load_language("en")
    bounds = [english.show(each) if each is not None else "–" for each in (finding.value, finding.limit)]
    peers = (
        f", peers {finding.among.metric} {finding.among.country} {finding.among.size} {finding.among.n}" if finding.among else ""
    )
    lines = (
        f"{finding.code} {finding.severity} {finding.stage} {finding.source}", english.say(finding.message),
        f"found {bounds[0]}, allowed {bounds[1]}{peers}", english.say(finding.proposal) if finding.proposal else "–",
    )  # fmt: skip
    return "\n  ".join(lines) + "\n"


def agree(text: str, name: str, *, write: bool) -> None:
    """The text is that of the golden file of a name, which may be written anew."""
    path = GOLDEN / f"{name}.txt"
    if write:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    assert path.read_text(encoding="utf-8") == text


@pytest.mark.parametrize("code", CODES)
def test_a_broken_rule_is_told_as_agreed(code: str, tmp_path: Path, *, update_golden: bool) -> None:
    """Every word, number, limit and way out of all findings of the case."""
    found = judged(laid_over(RULES / code / "fails", tmp_path))
    agree("".join(sorted({told(finding) for finding in found})), code, write=update_golden)


@pytest.mark.parametrize("name", DEGREES)
def test_another_degree_is_told_as_agreed(name: str, tmp_path: Path, *, update_golden: bool) -> None:
    """The findings of its rule where it weighs otherwise or has another cause."""
    case = DEGREES[name]
    found = [each for each in judged(edited(tmp_path, case.edits, case.added)) if each.code == case.finding.split()[0]]
    agree("".join(sorted({told(each) for each in found})), f"degrees/{name.replace(' ', '-')}", write=update_golden)


@pytest.mark.parametrize("case", PUBLISHED)
def test_a_published_defect_is_told_as_agreed(case: str, *, update_golden: bool) -> None:
    """What is said of inventories that cities published with an error, and of rows that were swapped."""
    agree("".join(sorted({told(finding) for finding in judged(CASES / case)})), case, write=update_golden)
