"""Every rule has an input that breaks it and one that only just does not: `tests/rules/<code>/{fails,holds}`."""

from __future__ import annotations

import ast
import shutil
from pathlib import Path

import pytest

from seapgen.check.rule import Unjudged
from seapgen.check.rules import ALL
from seapgen.compute.obstacles import NO_CONVERSION, NO_FACTOR, NO_PLANT_EMISSIONS
from seapgen.intake.columns import TABLES
from seapgen.intake.rules import LoadRule
from seapgen.model.finding import Severity, Stage
from seapgen.model.municipality import MunicipalityHead
from seapgen.model.programme import ProgrammeHead
from seapgen.model.rules import RuleEntry
from tests.support.code import modules
from tests.support.judged import reference
from tests.support.rules import RULES, base, judged

CODES = sorted(path.name for path in RULES.iterdir() if path.is_dir() and path.name != "base")


def table() -> dict[str, RuleEntry]:
    """The rules of the table."""
    return dict(reference().rules.rules)


def laid_over(case: Path, folder: Path) -> Path:
    """The base with the files of a case laid over it."""
    copy = base(folder)
    for absent in case.rglob("*.absent"):
        (copy / absent.relative_to(case)).with_suffix("").unlink()
    shutil.copytree(case, copy, dirs_exist_ok=True, ignore=shutil.ignore_patterns("*.absent", "expected.txt"))
    return copy


def found(case: Path, folder: Path) -> list[str]:
    """All that is found in the base with the files of a case laid over it."""
    return judged(laid_over(case, folder))


def expected(case: Path) -> list[str]:
    """What the case says shall be found, the rule's own finding first."""
    path = case / "expected.txt"
    return path.read_text(encoding="utf-8").splitlines() if path.is_file() else []


@pytest.mark.parametrize("code", CODES)
def test_a_broken_rule_is_found_at_its_cell(code: str, tmp_path: Path) -> None:
    """The rule's code with its severity stands at the expected cell, and nothing is found that is not expected."""
    case = RULES / code / "fails"

    assert expected(case)[0].split()[0] in {code, *table()[code].found_as}
    assert sorted(expected(case)) == found(case, tmp_path)


@pytest.mark.parametrize("code", CODES)
def test_a_rule_that_holds_is_silent(code: str, tmp_path: Path) -> None:
    """Near the limit, on the right side of it, the rule finds nothing."""
    case = RULES / code / "holds"
    there = found(case, tmp_path)

    assert [] == [line for line in there if line.split()[0] in {code, *table()[code].found_as}]
    assert sorted(expected(case)) == there


def test_the_base_is_without_findings(tmp_path: Path) -> None:
    """What the cases break is whole before."""
    assert [] == found(RULES / "base", tmp_path)


def test_every_rule_has_both_cases() -> None:
    """Also those that loading or computing finds; a rule that is left out has none."""
    judged = {each.code for each in ALL if not (isinstance(each, Unjudged) and each.is_left_out)}

    assert judged == set(CODES)
    assert [] == [f"{code}/{case}" for code in CODES for case in ("fails", "holds") if not (RULES / code / case).is_dir()]


def test_table_and_code_have_the_same_rules() -> None:
    """The 61 rules of the Covenant's evaluators, the hint of the library, and the three codes of computing."""
    codes = {each.code for each in ALL}

    assert codes == set(table())
    assert 61 == len(codes - {"CA", NO_FACTOR, NO_CONVERSION, NO_PLANT_EMISSIONS})


def test_obstacles_weigh_what_the_table_says() -> None:
    """What keeps a figure from being computed is an error of the inventory."""
    entries = [table()[code] for code in (NO_FACTOR, NO_CONVERSION, NO_PLANT_EMISSIONS)]

    assert {(Severity.ERROR, Stage.INVENTORY)} == {(entry.severity, entry.stage) for entry in entries}


def test_degrees_of_code_and_table_are_the_same() -> None:
    """A degree that the table does not weigh would stop the check; one that no rule uses would mislead."""
    texts = {
        node.value
        for module in modules("check")
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    degrees = {degree for entry in table().values() for degree in entry.degrees}

    assert set() == degrees - texts


def test_loading_knows_the_codes_it_finds_rules_as() -> None:
    """`found_as` names codes of loading."""
    known = {rule.code for rule in LoadRule}

    assert set() == {code for entry in table().values() for code in entry.found_as} - known


def test_columns_exist() -> None:
    """A rule or metric reads columns and keys that the input has."""
    named = {
        **{name: set(noun.model_fields) for name, noun in TABLES.items()},
        "municipality.yaml": set(MunicipalityHead.model_fields),
        "programme.yaml": set(ProgrammeHead.model_fields),
        "prose.<lang>.md": {"*"},
    }
    entries = (*table().values(), *reference().rules.metrics.values())
    columns = {column for entry in entries for column in entry.columns}

    assert [] == [c for c in sorted(columns) if c.partition(":")[2] not in named.get(c.partition(":")[0], set())]


def test_every_work_of_the_table_is_cited() -> None:
    """A source that nothing cites is taken off the list."""
    entries = (*reference().rules.rules.values(), *reference().rules.metrics.values())
    cited = {key for entry in entries for key in (*entry.sources, *(limit.source for limit in entry.limits.values()))}

    assert cited == set(reference().rules.sources)


def test_every_limit_is_read_by_its_rule() -> None:
    """A limit that no function reads would mislead whoever changes it."""
    text = "".join(module.text for module in modules("check"))
    families = ("municipal_buildings", "tertiary", "residential", "transport")  # read by a name that is put together
    limits = {name for entry in table().values() for name in entry.limits if not name.startswith(families)}

    assert set() == {name for name in limits if f'"{name}"' not in text}
