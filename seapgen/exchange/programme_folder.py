"""The first files of a programme: a folder that checks and builds at once, with examples to be replaced."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from string import Template

from seapgen import resources
from seapgen.model.start import Named, Start

_NEAR, _FAR = (2020, 20), (2030, 55)  # what the Covenant asks or advises: year, reduction in per cent
_NEAR_ENDS = 2015  # since then the Covenant asks for 2030
_REFERENCE = "en"
_LIGHTING_MWH = 375  # saved by the example's lamps, see templates/programme/actions.csv


def programme_files(start: Start) -> Mapping[str, bytes]:
    """The files by their path in the folder, from `templates/programme`."""
    texts = {
        "programme.yaml": _filled("programme.yaml", start, start.programme, start.languages),
        f"agencies/{start.agency.id}/agency.yaml": _filled("agency.yaml", start, start.agency, start.spoken),
    }
    for town in start.municipalities:
        folder = f"municipalities/{town.id}"
        for name in ("municipality.yaml", "consumption.csv", "actions.csv"):
            texts[f"{folder}/{name}"] = _filled(name, start, town, start.spoken)
        for language in dict.fromkeys((*start.spoken, start.languages[0])):
            texts[f"{folder}/prose.{language}.md"] = _filled(_prose(language), start, town, start.spoken)
    return {path: text.encode("utf-8") for path, text in texts.items()}


def _prose(language: str) -> str:
    """The hints in a language, or in English."""
    name = f"prose/{language}.md"
    return name if (resources.folder("templates") / "programme" / name).is_file() else f"prose/{_REFERENCE}.md"


def _filled(name: str, start: Start, subject: Named, languages: tuple[str, ...]) -> str:
    text = (resources.folder("templates") / "programme" / name).read_text(encoding="utf-8")
    return Template(text).substitute(_values(start, subject, languages))


def _values(start: Start, subject: Named, languages: tuple[str, ...]) -> Mapping[str, object]:
    """What the templates have blanks for; a text of a user stands in quotes."""
    texts = start.languages  # so that a document can be made in each of them
    year, reduction = _NEAR if start.issue_date.year <= _NEAR_ENDS and start.baseline_year < _NEAR[0] else _FAR
    return {
        "id": subject.id, "name": subject.name, "names": _by_language(subject, texts), "languages": ", ".join(languages),
        "language": languages[0], "country": start.country, "agency": start.agency.id,
        "group": f"group: {start.group.id}\n" if start.group else "", "groups": _group(start, start.group, texts),
        "issue_date": start.issue_date.isoformat(), "issue_year": start.issue_date.year,
        "baseline_year": start.baseline_year, "target_year": year, "reduction": reduction,
        "lighting_t": int(_LIGHTING_MWH * start.electricity_t_per_mwh),
        "responsible": ",".join(f"responsible.{x}" for x in texts), "offices": ",".join([_field(subject.name)] * len(texts)),
    }  # fmt: skip


def _by_language(named: Named, languages: Iterable[str]) -> str:
    return ", ".join(f"{code}: {_quoted(named.name)}" for code in languages)


def _group(start: Start, group: Named | None, languages: tuple[str, ...]) -> str:
    """The list of groups, with one entry or none."""
    if group is None:
        return "groups: []"
    return (
        f"groups:\n  - id: {group.id}\n    name: {{{_by_language(group, languages)}}}\n    country: {start.country}\n"
        f"    languages: [{', '.join(start.spoken)}]\n    agency: {start.agency.id}"
    )


def _quoted(text: str) -> str:
    """A text in YAML: JSON's quotes are YAML's too."""
    return json.dumps(text, ensure_ascii=False)


def _field(text: str) -> str:
    """A text in a table."""
    return '"' + text.replace('"', '""') + '"'
