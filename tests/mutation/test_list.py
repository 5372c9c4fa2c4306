"""The list of survivors, and how it is compared. Nothing here needs mutmut."""

from __future__ import annotations

import json
from importlib.util import find_spec
from pathlib import Path

from tests.mutation.mutation import Mutation, mutations
from tests.mutation.survivors import LIST, Comparison, by_module, compare, listed, write

ONE, OTHER, THIRD = (Mutation("seapgen.check.plan", name, "a > b", "a >= b") for name in ("one", "other", "third"))
WRITTEN = """def x_total__mutmut_orig(a):
    return [
        a, 1
    ]
def x_total__mutmut_1(a):
    return [
        a, 2
    ]
def xǁPlanǁtotal__mutmut_orig(self):
    return self.x
def xǁPlanǁtotal__mutmut_1(self):
    return None
"""


def test_a_mutant_is_named_by_what_it_changes(tmp_path: Path) -> None:
    """Function or method, and the lines before and after."""
    place = tmp_path / "seapgen" / "check"
    place.mkdir(parents=True)
    (place / "plan.py").write_text(WRITTEN, encoding="utf-8")
    spans = {
        "x_total__mutmut_orig": [1, 4], "x_total__mutmut_1": [5, 8], "xǁPlanǁtotal__mutmut_orig": [9, 10],
        "xǁPlanǁtotal__mutmut_1": [11, 12],
    }  # fmt: skip
    (place / "plan.py.spans").write_text(json.dumps({"spans": spans}), encoding="utf-8")

    assert {
        "seapgen.check.plan.x_total__mutmut_1": Mutation("seapgen.check.plan", "total", "a, 1", "a, 2"),
        "seapgen.check.plan.xǁPlanǁtotal__mutmut_1": Mutation("seapgen.check.plan", "Plan.total", "return self.x", "return None"),
    } == dict(mutations(tmp_path))


def test_what_survives_without_a_reason_is_new_and_what_is_killed_is_dead() -> None:
    """Functions that were not asked are left alone."""
    assert Comparison((ONE,), (OTHER,)) == compare([ONE], [ONE, OTHER], {OTHER: "equal", THIRD: "equal"})


def test_modules_are_counted() -> None:
    """Killed, and all."""
    assert [("seapgen.check.plan", 1, 2)] == by_module([(ONE, True), (OTHER, False)])


def test_the_list_has_a_reason_for_each_of_modules_that_are_there() -> None:
    """It reads as it was written."""
    reasons = listed()

    assert set() == {m.module for m in reasons if find_spec(m.module) is None}


def test_the_list_is_in_order(tmp_path: Path) -> None:
    """Two branches that add to it do not meet."""
    write(listed(), tmp_path / LIST.name)

    assert (tmp_path / LIST.name).read_bytes() == LIST.read_bytes()
