"""The map of the group: where its municipalities lie, and which of them the plan is about."""

from __future__ import annotations

from collections.abc import Sequence

from seapgen.compose.point_map import Spot, point_map
from seapgen.compose.seap.inventory_tables import Blocks
from seapgen.compose.seap.subject import Subject
from seapgen.model.document import FigureBlock, Paragraph
from seapgen.model.inline import Planned
from seapgen.model.message import Several, Words, msg
from seapgen.model.municipality import Municipality
from seapgen.model.outlines import thousandths

FEWEST = 2  # places of a map


def group_map(subject: Subject) -> Blocks:
    """The map, and a note on members whose location is not known; nothing where fewer than two places are known."""
    group, outlines = subject.group, subject.programme.gallery.outlines
    if group is None or outlines is None:
        return ()
    members = subject.programme.members(group.id)
    own = _own(subject)
    placed = [m for m in members if m.head.location is not None]
    if len(placed) < FEWEST or not any(m.id in own for m in placed):
        return ()
    spots = [_spot(m, is_own=m.id in own) for m in placed]
    caption = (msg("The municipalities of {group}", group=Words(group.name)),)
    alt = (
        msg(
            "Map of {group} with {places}; marked: {own}.",
            group=Words(group.name),
            places=_names(placed),
            own=_names([m for m in placed if m.id in own]),
        ),
    )
    figure = FigureBlock[Planned](
        "chart.group_map", caption, alt, point_map(spots, outlines), (msg("Locations given by the municipalities"),)
    )
    return (figure, *_note([m for m in members if m.head.location is None]))


def _own(subject: Subject) -> frozenset[str]:
    """Whom the plan is about: the municipality, or the members of its joint plan."""
    joint = subject.programme.joint_plan(subject.municipality.id)
    return frozenset(joint.members) if joint else frozenset((subject.municipality.id,))


def _names(members: Sequence[Municipality]) -> Several:
    return Several(tuple(Words(m.head.name, is_name=True) for m in members))


def _spot(member: Municipality, *, is_own: bool) -> Spot:
    location = member.head.location
    assert location is not None
    return Spot((Words(member.head.name, is_name=True),), thousandths(location.lon), thousandths(location.lat), is_own)


def _note(missing: Sequence[Municipality]) -> Blocks:
    if not missing:
        return ()
    return (Paragraph[Planned]((msg("Not on the map, because no location is given: {places}.", places=_names(missing)),)),)
