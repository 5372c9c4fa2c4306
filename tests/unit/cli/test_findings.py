from __future__ import annotations

from dataclasses import replace

import pytest

from seapgen.cli.findings import MOST_OF_A_RULE, findings_json, report
from seapgen.cli.voice import Voice
from seapgen.model.finding import Finding, Severity, Stage
from seapgen.model.message import Verbatim, Words, msg
from seapgen.model.source import Source

VOICE = Voice("en")
ERROR = Finding(
    "E7", Stage.INVENTORY, Severity.ERROR, Source("municipalities/town/consumption.csv", 8, 6), msg("Too much."), "town",
    Verbatim("9000"), Verbatim("1000"), msg("Divide it."),
)  # fmt: skip
WARNING = Finding("L71", Stage.TRANSLATION, Severity.WARNING, Source("programme.yaml"), msg("No text."))


def told(capsys: pytest.CaptureFixture[str], *findings: Finding) -> list[str]:
    """The lines of a report."""
    report(findings, VOICE, to_stdout=True)
    return capsys.readouterr().out.splitlines()


def test_a_line_has_code_severity_place_fact_limit_and_way_out(capsys: pytest.CaptureFixture[str]) -> None:
    """All that somebody needs to mend it."""
    lines = told(capsys, ERROR)

    assert "  E7 error municipalities/town/consumption.csv:8:6  Too much. (allowed: 1000) — Divide it." == lines[1]


def test_the_worst_comes_first_under_its_municipality(capsys: pytest.CaptureFixture[str]) -> None:
    """Errors before warnings, whatever order they were found in; the last line counts."""
    lines = told(capsys, WARNING, ERROR)

    assert ["town", "programme"] == [line for line in lines if line and not line.startswith(" ")][:2]
    assert "1 error, 1 warning, 0 remarks" == lines[-1]


def test_an_accepted_finding_is_a_remark_with_its_reason(capsys: pytest.CaptureFixture[str]) -> None:
    """It counts as information and proposes nothing."""
    accepted = replace(ERROR, accepted=True, reason=Words({"en": "It is so.", "it": "È così."}))
    lines = told(capsys, accepted)

    assert lines[1].endswith("— accepted: It is so.")
    assert "0 errors, 0 warnings, 1 remark" == lines[-1]


def test_the_same_fact_of_a_place_is_told_once(capsys: pytest.CaptureFixture[str]) -> None:
    """Two languages may meet the same fault."""
    assert "1 error, 0 warnings, 0 remarks" == told(capsys, ERROR, ERROR)[-1]


def test_a_long_list_of_one_rule_ends_with_a_count(capsys: pytest.CaptureFixture[str]) -> None:
    """The other rules stay in sight."""
    many = [replace(ERROR, source=Source("x.csv", n + 1)) for n in range(MOST_OF_A_RULE + 7)]
    lines = told(capsys, *many, replace(WARNING, municipality="town"))

    assert MOST_OF_A_RULE == sum(line.startswith("  E7 ") for line in lines)
    assert any(line.strip().startswith("7 more of E7") for line in lines)
    assert any(line.startswith("  L71 ") for line in lines)


def test_programs_get_all_of_them_with_the_contracts_keys() -> None:
    """Keys are stable."""
    found = findings_json([ERROR] * 2 + [WARNING], VOICE)
    assert isinstance(found, dict)
    first = found["findings"][0]  # type: ignore[call-overload,index]

    assert {"error": 1, "warning": 1, "info": 0} == found["counts"]
    assert {
        "code": "E7", "stage": "inventory", "severity": "error", "accepted": False, "municipality": "town",
        "file": "municipalities/town/consumption.csv", "sheet": None, "cell": "8:6", "message": "Too much.", "value": "9000",
        "limit": "1000", "proposal": "Divide it.", "reason": "",
    } == first  # fmt: skip
