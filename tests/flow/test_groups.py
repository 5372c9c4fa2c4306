"""Groups and joint plans in documents: two groups with joint plans of both options, a signatory without return, other ways of counting."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from seapgen.model.document import Chapter, Cover, Localised, Paragraph, Section, Table
from seapgen.model.errors import MissingTranslationError
from seapgen.model.finding import Finding
from seapgen.model.inline import FigureInline, Inline, plain, walk
from seapgen.model.order import Order, Wanted
from seapgen.pipeline import build
from seapgen.study import Study, explained, study
from tests.support.places import TESTS
from tests.support.plans import composed

FOLDER = TESTS / "programmes" / "two-groups"


@cache
def studied() -> Study:
    """The programme, computed."""
    return study(FOLDER)


@cache
def document(id_: str) -> Localised:
    """The English plan of a municipality or joint plan."""
    return composed(studied(), id_, "en")


def chapter(id_: str, name: str) -> Chapter[Inline]:
    """One of its chapters."""
    return next(b for b in document(id_).blocks if isinstance(b, Chapter) and b.id == name)


def said(id_: str, name: str) -> str:
    """Its paragraphs in one line, with plain spaces."""
    text = " ".join(plain(n.children) for n in walk(chapter(id_, name).blocks) if isinstance(n, Paragraph))
    return text.replace("\u00a0", " ")


def table(id_: str, name: str) -> list[list[str]]:
    """The cells of a table."""
    found = next(n for b in document(id_).blocks for n in walk((b,)) if isinstance(n, Table) and n.id == name)
    return [[plain(cell) for cell in row.cells] for row in found.rows]


def tables(id_: str) -> set[str]:
    """The ids of all tables."""
    return {n.id for b in document(id_).blocks for n in walk((b,)) if isinstance(n, Table)}


def test_the_group_names_who_signed_and_who_delivered() -> None:
    """Counted, and by name."""
    text = said("cale", "group")

    assert "signed on 2 May 2011 by four municipalities: Ava, Bor, Cale and Dol." in text
    assert "So far three inventories have been delivered; still missing: Dol." in text


def test_the_agency_is_named_with_both_its_roles() -> None:
    """One may have two."""
    assert "supported by Shore Agency (regional development agency and energy agency)" in said("cale", "group")


def test_promises_of_members_are_added_and_say_of_how_many() -> None:
    """22 % of 24 000 t and 20 % of 40 000 t are 20.8 % of 64 000 t."""
    text = said("cale", "group")

    assert "the targets of three municipalities add up to 13,280 t CO₂ a year, or 20.8% of the 64,000 t CO₂" in text


def test_a_sum_with_gaps_is_not_held_against_the_common_target() -> None:
    """One member has no target, and base years differ: both are said."""
    text = said("cale", "group")

    assert "The sum is not compared with the common target. No target for 2020 is counted of: Dol." in text
    assert "Not all targets start from the same base year as the common one." in text


def test_what_counts_otherwise_is_said_and_not_added() -> None:
    """Gar counts life cycle emissions."""
    text = said("gar", "group")

    assert "The targets for 2020 do not all count the same and are therefore not added." in text and "add up to" not in text


def test_members_stand_side_by_side_with_this_one_marked() -> None:
    """Base year, emissions, way of counting, target, its year, promise, plan."""
    assert ["Gar (this plan)", "2008", "60,000", "t CO₂e, LCA", "20", "2020", "12,000", "–"] in table("gar", "group.members")
    assert ["Gar", "2008", "60,000", "t CO₂e, LCA", "20", "2020", "12,000", "–"] in table("elmfir", "group.members")


def test_a_sum_names_its_members() -> None:
    """The part of one member alone is no sum."""
    assert [["t CO₂e, IPCC", "2", "2005", "8,000", "75,000", "20,000"]] == table("gar", "group.baselines")


def test_joint_actions_of_all_members_stand_together() -> None:
    """Each with its own share."""
    assert [
        ["Ava and Bor", "A01 LED street lighting", "200,000", "60"],
        ["Cale (this plan)", "A01 LED street lighting", "300,000", "100"],
    ] == table("cale", "group.joint_actions")


def test_the_groups_own_words_are_printed_with_its_figures() -> None:
    """Prose of the programme, with a link to a figure of the group."""
    found = [n for n in walk(chapter("cale", "group").blocks) if isinstance(n, Section) and n.id == "group.coast.vision"]
    figures = [n.id for n in walk(tuple(found)) if isinstance(n, FigureInline)]

    assert [s.own for s in found] == [True] and figures == ["group/coast:baseline.energy_mwh"]


def test_a_joint_plan_names_its_members_on_the_cover() -> None:
    """And counts them in no title of its own."""
    cover = next(b for b in document("avabor").blocks if isinstance(b, Cover))

    assert ("Joint plan of", "Ava and Bor") in [(plain(f.label), plain(f.value)) for f in cover.facts]


def test_under_option_2_the_members_share_one_target() -> None:
    """The table of members has inhabitants only."""
    text = said("avabor", "strategy")

    assert "This is a joint plan of Ava and Bor; they share one target" in text
    assert "Together they commit themselves to emitting 22% less CO₂ in 2020 than in 2009." in text
    assert [["Ava", "4,000"], ["Bor", "3,000"]] == table("avabor", "joint.members")


def test_under_option_1_each_member_keeps_its_target() -> None:
    """Side by side, each from its own inventory."""
    assert [
        ["Elm", "6,000", "2005", "14,000", "Absolute reduction", "30", "2020", "4,200"],
        ["Fir", "2,000", "2005", "6,000", "Absolute reduction", "20", "2020", "1,200"],
    ] == table("elmfir", "joint.members")


def test_members_of_joint_plans_and_signatories_without_return_have_no_document(tmp_path: Path) -> None:
    """Four documents for seven municipalities."""
    built = build(FOLDER, tmp_path, Order(languages=("en",), formats=("html",)))

    assert ["avabor", "cale", "elmfir", "gar"] == sorted({path.split("/")[1] for path, _ in built.written})


def test_every_figure_of_the_group_chapter_is_explained() -> None:
    """Of the group, and of its other members: down to the cells, with the same value."""
    ids = {n.id for id_ in ("cale", "gar", "avabor") for n in walk(chapter(id_, "group").blocks) if isinstance(n, FigureInline)}
    parted = [id_.rpartition(":") for id_ in ids]

    assert len(parted) > 40 and all(explained(studied(), scope, path).holds for scope, _, path in parted)


def test_a_language_without_catalogue_is_named_where_the_programme_lists_it(tmp_path: Path) -> None:
    """Nothing is written."""
    with pytest.raises(MissingTranslationError) as refused:
        build(FOLDER, tmp_path, Order(formats=("html",), draft=True))

    assert ["L74 programme.yaml:5:21"] == [f"{f.code} {f.source}" for f in refused.value.findings]


def test_who_goes_on_gets_the_languages_that_there_are(tmp_path: Path) -> None:
    """A bilingual municipality has its drafts in the language that is written and in that of reference."""
    wanted = (Wanted("seap", "cale"),)
    built = build(FOLDER, tmp_path, Order(formats=("html",), draft=True, keep_going=True, wanted=wanted))

    assert (["en", "it"], ["L74"]) == (
        sorted(path.split("/")[2] for path, _ in built.written), [f.code for f in built.findings if _is_mute(f)],
    )  # fmt: skip


def _is_mute(finding: Finding) -> bool:
    return re.fullmatch("L74|M1", finding.code) is not None


def test_who_names_a_language_is_not_stopped_by_another(tmp_path: Path) -> None:
    """Italian drafts of an Italian and Croatian municipality."""
    wanted = (Wanted("seap", "cale"),)
    built = build(FOLDER, tmp_path, Order(languages=("en",), formats=("html",), wanted=wanted))

    assert len(built.written) == 1


def test_no_table_of_the_group_stands_in_a_plan_without_one() -> None:
    """The smallest programme has no group."""
    about = study(TESTS / "programmes" / "minimal")
    ids = {b.id for b in composed(about, "town", "en").blocks if isinstance(b, Chapter)}

    assert "group" not in ids
