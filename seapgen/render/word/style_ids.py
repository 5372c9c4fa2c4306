"""Styles are known by their names, which no language of Word changes; here they get the ids that the body writes."""

from __future__ import annotations

import re

from lxml import etree

from seapgen.render.word.marks import NS
from seapgen.render.word.styles import IDS, NAMES

_STYLES = "word/styles.xml"
_REFERENCES = "pStyle|rStyle|tblStyle|basedOn|next|link|styleLink|numStyleLink"
_PLACE = re.compile(rf'(<w:(?:{_REFERENCES}) w:val="|w:styleId=")([^"]*)"')


def restored(parts: dict[str, bytes]) -> dict[str, bytes]:
    """The parts with our ids: a Word in another language renames them (Heading1 becomes Titolo1), LibreOffice does (TextBody).

    LibreOffice also adds styles of its own whose names differ from ours in capitals only (Caption): they go.
    """
    root = etree.fromstring(parts[_STYLES], etree.XMLParser(resolve_entities=False, no_network=True))
    ours, others = _by_name(root)
    renamed = {ours[name]: wanted for name, wanted in IDS.items() if ours[name] != wanted}
    renamed |= {id_: IDS[name] for name, twins in others.items() if name in IDS for id_ in twins}
    strangers = {str(s.get(f"{NS}styleId")) for s in root.iter(f"{NS}style")} - set(ours.values()) - renamed.keys()
    strangers |= {id_ for name, id_ in ours.items() if name not in IDS}
    renamed |= {id_: f"{id_}Other" for id_ in strangers & set(IDS.values())}
    if not renamed:
        return parts
    twins = {id_ for name, ids in others.items() if name in IDS for id_ in ids}
    if twins:
        for style in [s for s in root if s.get(f"{NS}styleId") in twins]:
            root.remove(style)
        parts = {**parts, _STYLES: etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)}
    return {
        name: _PLACE.sub(lambda m: f'{m[1]}{renamed.get(m[2], m[2])}"', content.decode()).encode()
        if name.startswith("word/") and name.endswith(".xml")
        else content
        for name, content in parts.items()
    }


def _by_name(root: etree._Element) -> tuple[dict[str, str], dict[str, list[str]]]:
    """The id of each style by its name in small letters, and the ids of others of that name; ours is written as we write it."""
    ours: dict[str, str] = {}
    others: dict[str, list[str]] = {}
    for style in root.iter(f"{NS}style"):
        called = style.find(f"{NS}name")
        if called is None:
            continue
        name, id_ = str(called.get(f"{NS}val")), str(style.get(f"{NS}styleId"))
        if name.lower() not in ours:
            ours[name.lower()] = id_
        elif name in NAMES:
            others.setdefault(name.lower(), []).append(ours[name.lower()])
            ours[name.lower()] = id_
        else:
            others.setdefault(name.lower(), []).append(id_)
    return ours, others
