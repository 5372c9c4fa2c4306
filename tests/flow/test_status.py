"""The status of a programme: who has reached which stage on a day, who is late, which documents are there."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from seapgen.model.order import Order
from seapgen.model.status import DocumentState, ProgrammeStatus, Step, Task
from seapgen.pipeline import build
from seapgen.publish.made import made_documents
from seapgen.status import status
from tests.support.status import relay, town

ISSUE = date(2013, 3, 18)


@pytest.fixture(scope="module")
def programme(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A municipality in every state."""
    return relay(tmp_path_factory.mktemp("status"))


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Its English documents, as far as they are free of errors, made before one file was garbled."""
    folder = tmp_path_factory.mktemp("out")
    build(
        relay(tmp_path_factory.mktemp("sound"), is_garbled=False),
        folder,
        Order(languages=("en",), formats=("html", "docx"), draft=True, keep_going=True),
    )
    return folder


@pytest.fixture(scope="module")
def about(programme: Path, out: Path) -> ProgrammeStatus:
    """The status on the issue date."""
    return status(programme, out)


def test_the_day_is_that_of_the_issue(about: ProgrammeStatus) -> None:
    """No clock is asked."""
    assert about.as_of == ISSUE


def test_every_municipality_is_there_once_and_joint_plans_are_none(about: ProgrammeStatus) -> None:
    """One whose file cannot be read is there too; the folder of a joint plan is no municipality."""
    assert [each.id for each in about.towns] == ["norra", "punctual", "silent", "sodra", "tardy", "undated", "wrong", "garbled"]


@pytest.mark.parametrize(
    ("id_", "steps"),
    [
        ("punctual", {Step.RETURNED, Step.CHECKED, Step.APPROVED}), ("silent", set()), ("wrong", {Step.RETURNED}),
        ("undated", {Step.RETURNED, Step.CHECKED}), ("norra", {Step.RETURNED, Step.CHECKED}), ("garbled", set()),
    ],
)  # fmt: skip
def test_stages_are_those_of_the_data(about: ProgrammeStatus, id_: str, steps: set[Step]) -> None:
    """Nobody is drafted in both languages; members of a joint plan have its stages."""
    assert {step for step in Step if town(about, id_).has_reached(step)} == steps


@pytest.mark.parametrize(
    ("id_", "late"),
    [
        ("punctual", []), ("tardy", [("returned", 15, False), ("approved", 20, False)]), ("norra", [("returned", 2, False), ("approved", 77, True)]),
        ("silent", [("returned", 261, True), ("checked", 230, True), ("approved", 77, True)]),
        ("wrong", [("checked", 230, True), ("approved", 77, True)]), ("undated", [("approved", 77, True)]),
    ],
)  # fmt: skip
def test_who_is_late_and_by_how_many_days(about: ProgrammeStatus, id_: str, late: list[tuple[str, int, bool]]) -> None:
    """Reached after the deadline, or overdue on the day of the status."""
    assert [(each.step.value, each.days, each.is_open) for each in town(about, id_).late] == late


def test_a_deadline_is_kept_on_its_day(programme: Path, out: Path) -> None:
    """On 30 June a return is not late; on 1 July it is by one day."""
    days = {day: town(status(programme, out, date(2012, *day)), "silent").late for day in ((6, 30), (7, 1))}

    assert not days[6, 30]
    assert [each.days for each in days[7, 1]] == [1]


def test_what_happened_later_had_not_happened(programme: Path, out: Path) -> None:
    """On 1 July 2012 the late return was not there, and no plan was approved."""
    then = status(programme, out, date(2012, 7, 1))

    assert (town(then, "tardy").returned_on, town(then, "tardy").has_return) == (None, False)
    assert town(then, "punctual").returned_on == date(2012, 6, 12)
    assert not then.reached(Step.APPROVED)


def test_a_day_counts_from_its_morning(programme: Path, out: Path) -> None:
    """On the day of the return it is there."""
    assert town(status(programme, out, date(2012, 6, 12)), "punctual").returned_on == date(2012, 6, 12)


@pytest.mark.parametrize(
    ("id_", "task"),
    [
        ("silent", Task.RETURN), ("wrong", Task.CORRECT), ("garbled", Task.CORRECT), ("punctual", Task.DRAFT),
        ("norra", Task.TRANSLATE), ("undated", Task.DRAFT),
    ],
)  # fmt: skip
def test_what_is_next(about: ProgrammeStatus, id_: str, task: Task) -> None:
    """The first thing that stands in the way."""
    assert town(about, id_).task is task


def test_a_language_without_catalogue_holds_nobody_up(out: Path, tmp_path: Path) -> None:
    """The English draft of the joint plan is made, all texts are there in Swedish: the councils decide."""
    programme = relay(tmp_path, is_garbled=False)
    path = programme / "municipalities" / "sound" / "actions.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("title.it", "title.sv"), encoding="utf-8")

    assert town(status(programme, out), "norra").task is Task.DECIDE


def test_documents_are_counted_by_plan_and_language(about: ProgrammeStatus) -> None:
    """Six plans in English, five in Italian, the joint one in Swedish; the return that is missing is awaited."""
    assert {each.code: (each.expected, each.made, each.is_written) for each in about.languages} == {
        "en": (6, 4, True), "it": (5, 0, True), "sv": (1, 0, False),
    }  # fmt: skip
    assert (about.expected, about.made) == (12, 4)


def test_texts_without_translation_are_counted(about: ProgrammeStatus) -> None:
    """The vision of Tardy lacks English; titles of the joint plan lack Swedish for both members, and count once in all."""
    found = {id_: dict(town(about, id_).untranslated) for id_ in ("tardy", "norra", "sodra", "punctual")}

    assert found == {
        "tardy": {"it": 0, "en": 1}, "norra": {"sv": 2, "en": 0}, "sodra": {"sv": 2, "en": 0}, "punctual": {"it": 0, "en": 0},
    }  # fmt: skip
    assert {each.code: each.untranslated for each in about.languages} == {"en": 1, "it": 0, "sv": 2}


def test_an_agency_is_the_municipalitys_own_or_that_of_its_group(about: ProgrammeStatus) -> None:
    """Norra names none, Sodra another one than its group."""
    assert {id_: town(about, id_).agency for id_ in ("norra", "sodra", "undated")} == {
        "norra": "harbour-agency", "sodra": "hill-agency", "undated": "",
    }  # fmt: skip


def test_the_worst_stand_first(about: ProgrammeStatus) -> None:
    """Within an agency those who are overdue longest, those with nothing to do last."""
    towns = dict(about.by_agency())["hill-agency"]

    assert [each.id for each in towns] == ["silent", "wrong", "sodra", "tardy", "punctual"]


def test_a_folder_without_manifest_has_no_documents(programme: Path, tmp_path: Path) -> None:
    """Nothing was built; nothing goes wrong."""
    assert status(programme, tmp_path / "nothing").made == 0


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:2000])


def _retyped(path: Path) -> None:
    with zipfile.ZipFile(path, "a") as archive:
        archive.comment = b"saved again"


@pytest.mark.parametrize(
    ("ending", "change", "state"),
    [
        ("docx", _cut, DocumentState.BROKEN), ("docx", Path.unlink, DocumentState.BROKEN), ("html", _cut, DocumentState.BROKEN),
        ("docx", _retyped, DocumentState.EDITED), ("docx", Path.touch, DocumentState.WHOLE),
    ],
)  # fmt: skip
def test_a_document_is_whole_as_the_manifest_has_it(
    out: Path, tmp_path: Path, ending: str, change: Callable[[Path], None], state: DocumentState
) -> None:
    """A torn or missing file is no document; a Word file that somebody has saved again is one, and edited."""
    folder = Path(shutil.copytree(out, tmp_path / "copy"))
    change(folder / "seap" / "punctual" / "en" / f"seap-punctual-en.{ending}")

    assert made_documents(folder, "seap")["punctual", "en"] is state


def test_an_edited_document_is_drafted_and_a_broken_one_is_not(programme: Path, out: Path, tmp_path: Path) -> None:
    """So says the status."""
    folder = Path(shutil.copytree(out, tmp_path / "copy"))
    _retyped(folder / "seap" / "punctual" / "en" / "seap-punctual-en.docx")
    _cut(folder / "seap" / "tardy" / "en" / "seap-tardy-en.html")
    about = status(programme, folder)

    assert (town(about, "punctual").drafted, town(about, "punctual").edited) == (("en",), ("en",))
    assert town(about, "tardy").drafted == ()
