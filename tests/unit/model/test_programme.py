from __future__ import annotations

from datetime import date

import pytest

from seapgen.model.municipality import Municipality, MunicipalityHead
from seapgen.model.programme import Group, JointPlan, Programme, ProgrammeHead


def programme() -> Programme:
    """A group of three municipalities, two of them with a joint plan, and one municipality outside."""
    twin = JointPlan(id="twin", members=("ava", "bor"), option=2)
    group = Group(id="coast", name={"en": "Coast"}, country="SE", languages=("en",), joint_plans=(twin,))
    head = ProgrammeHead(
        schema=1, id="p", title={"en": "P"}, languages=("en",), issue_date=date(2013, 1, 1), groups=(group,)
    )  # fmt: skip
    return Programme(head, tuple(folder(id_, "" if id_ == "far" else "coast") for id_ in ("ava", "bor", "cale", "far", "twin")))


def folder(id_: str, group: str) -> Municipality:
    """What a folder under `municipalities` holds."""
    head = MunicipalityHead(id=id_, name={"en": id_}, country="SE", languages=("en",), group=group or None)
    return Municipality(head, f"municipalities/{id_}")


def ids(found: tuple[Municipality, ...]) -> list[str]:
    """Their ids."""
    return [m.id for m in found]


def test_a_joint_plan_is_no_municipality() -> None:
    """It has a folder like one, and is not counted."""
    assert ["ava", "bor", "cale", "far"] == ids(programme().towns())


def test_a_group_has_its_municipalities_and_no_joint_plan() -> None:
    """The folder of the joint plan names the group too."""
    assert ["ava", "bor", "cale"] == ids(programme().members("coast"))


def test_members_of_a_joint_plan_have_no_plan_of_their_own() -> None:
    """One document for both."""
    assert ["cale", "far", "twin"] == ids(programme().plans())


@pytest.mark.parametrize(("id_", "plan"), [("twin", "twin"), ("ava", None), ("nobody", None)])
def test_a_folder_is_a_joint_plan_or_not(id_: str, plan: str | None) -> None:
    """Told by the id of the folder."""
    found = programme().joint_plan(id_)
    assert plan == (found.id if found else None)


@pytest.mark.parametrize(("member", "plan"), [("bor", "twin"), ("cale", None), ("twin", None)])
def test_a_municipality_takes_part_in_a_joint_plan_or_not(member: str, plan: str | None) -> None:
    """Told by the id of the member."""
    found = programme().joint_plan_of(member)
    assert plan == (found.id if found else None)
