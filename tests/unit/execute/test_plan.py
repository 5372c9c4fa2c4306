from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from seapgen.execute.plan import planned, possible_paths, siblings
from seapgen.model.municipality import InventoryHead, Municipality, MunicipalityHead
from seapgen.model.order import Order, Wanted
from seapgen.model.programme import Group, JointPlan, Programme, ProgrammeHead
from seapgen.model.vocabulary import InventoryKind


def programme() -> Programme:
    """Two towns with one and two languages, in a programme of three."""
    head = ProgrammeHead(schema=1, id="p", title={"en": "P"}, languages=("en", "it", "pl"), issue_date=date(2013, 1, 1))
    return Programme(head, (town("bolzano", "it", "de"), town("ancona", "it")))


def town(id_: str, *languages: str) -> Municipality:
    """A return that declares an inventory."""
    baseline = InventoryHead(year=2010, kind=InventoryKind.BASELINE)
    head = MunicipalityHead(id=id_, name={"en": id_}, country="IT", languages=languages, inventories=(baseline,))
    return Municipality(head, f"municipalities/{id_}")


def named(order: Order) -> list[str]:
    """The names of the documents of an order."""
    return [d.name for d in planned(programme(), order)]


def test_a_town_speaks_its_languages_and_the_one_of_reference() -> None:
    """Nobody needs a Polish plan of an Italian town unless it is asked for."""
    assert ["seap-bolzano-it", "seap-bolzano-de", "seap-bolzano-en", "seap-ancona-it", "seap-ancona-en"] == named(Order())


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("it", ["seap-bolzano-it", "seap-ancona-it"]), ("de", ["seap-bolzano-de"]),
        ("pl", []), ("sv", []),
    ],
)  # fmt: skip
def test_an_order_of_a_language_asks_for_the_plans_of_its_towns(language: str, names: list[str]) -> None:
    """Nobody wants all plans in Italian who asks for the Italian ones."""
    assert names == named(Order(languages=(language,)))


def test_a_plan_that_is_named_may_come_in_any_language_of_the_programme() -> None:
    """`--only seap:ancona --lang pl`."""
    assert ["seap-ancona-pl"] == named(Order((Wanted("seap", "ancona"),), ("pl",)))


def test_an_order_names_one_town() -> None:
    """`--only seap:ancona`."""
    assert ["seap-ancona-it", "seap-ancona-en"] == named(Order(wanted=(Wanted("seap", "ancona"),)))


def test_an_order_names_a_group() -> None:
    """`--only seap:valley` asks for the plans of its members."""
    members = replace_group(programme(), "ancona", "valley")

    assert ["seap-ancona-it", "seap-ancona-en"] == [d.name for d in planned(members, Order(wanted=(Wanted("seap", "valley"),)))]


def replace_group(whole: Programme, id_: str, group: str) -> Programme:
    """The programme with one town in a group."""
    towns = (m if m.id != id_ else replace(m, head=m.head.model_copy(update={"group": group})) for m in whole.municipalities)
    return replace(whole, municipalities=tuple(towns))


def test_a_signatory_without_return_has_no_document() -> None:
    """There is nothing that a plan could start from; what is missing is a finding."""
    head = MunicipalityHead(id="late", name={"en": "Late"}, country="IT", languages=("it",))
    late = Municipality(head, "municipalities/late")

    assert () == planned(Programme(programme().head, (late,)), Order())


def test_the_members_of_a_joint_plan_have_one_document() -> None:
    """That of the plan, in its own languages."""
    plan = JointPlan(id="twin", members=("bolzano", "ancona"), option=1)
    group = Group(id="g", name={"en": "G"}, country="IT", languages=("it",), joint_plans=(plan,))
    head = programme().head.model_copy(update={"groups": (group,)})
    joint = Programme(head, (*programme().municipalities, town("twin", "it")))

    assert ["seap-twin-it", "seap-twin-en"] == [d.name for d in planned(joint, Order())]


def test_paths_are_those_of_the_contract() -> None:
    """Programs find documents by product, scope and language."""
    (document, *_) = planned(programme(), Order())

    assert "seap/bolzano/it/seap-bolzano-it.docx" == document.path("docx")


def test_what_an_order_could_ask_for_is_not_stale() -> None:
    """Every path of every order is possible."""
    each = [Order((Wanted("seap", town),), (x,)) for x in ("it", "pl", "de", "en") for town in ("ancona", "bolzano")]
    asked = {d.path(f) for order in each for d in planned(programme(), order) for f in d.formats}

    assert asked == possible_paths(programme())


def test_a_page_links_to_its_formats_and_languages() -> None:
    """Links are relative to the page."""
    documents = planned(programme(), Order())
    links = siblings(documents[3], documents, {"en": "English", "it": "italiano", "de": "Deutsch"}.__getitem__)

    assert [
        ("seap-ancona-it.docx", "Word"), ("seap-ancona-it.pdf", "PDF"), ("../en/seap-ancona-en.html", "English"),
    ] == [(s.href, s.label) for s in links]  # fmt: skip
