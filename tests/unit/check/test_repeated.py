from __future__ import annotations

import pytest

from seapgen.check.repeated import without_repeats
from seapgen.model.finding import Finding, Severity, Stage
from seapgen.model.message import msg
from seapgen.model.rules import RuleEntry, RuleTable
from seapgen.model.source import Source


def finding(code: str, line: int, severity: Severity = Severity.ERROR, file: str = "consumption.csv") -> Finding:
    """A finding on a line."""
    return Finding(code, Stage.LOAD, severity, Source(file, line, 1), msg("Something is wrong."))


@pytest.mark.parametrize(
    ("later", "is_kept"),
    [(finding("I7", 3), False), (finding("I7", 4), True), (finding("I7", 3, file="emissions.csv"), True)],
)
def test_a_faulty_line_is_judged_once(later: Finding, is_kept: bool) -> None:
    """Loading knows better what is wrong with a line; other lines and files are judged."""
    loaded = finding("L50", 3)

    assert ((loaded, later) if is_kept else (loaded,)) == without_repeats([loaded], [later], RuleTable())


def test_a_warning_of_loading_hides_nothing() -> None:
    """Only an error makes a line unreadable."""
    assert 2 == len(without_repeats([finding("L71", 3, Severity.WARNING)], [finding("I7", 3)], RuleTable()))


def test_a_fault_of_a_whole_file_hides_no_other() -> None:
    """Findings without a line are about the file; two of them may both be true."""
    assert 2 == len(without_repeats([finding("L13", 0)], [finding("I8", 0)], RuleTable()))


def test_the_evaluators_code_is_kept_where_both_find_a_fault() -> None:
    """A negative amount is E1 to whoever knows the Covenant's rules, not L51."""
    table = RuleTable(rules={"E1": RuleEntry("E1", Severity.ERROR, Stage.INVENTORY, (), (), found_as=("L51",))})
    ours = finding("E1", 3)

    assert (ours,) == without_repeats([finding("L51", 3)], [ours], table)
