"""A programme in which every text that people can hand in may be set: found from the nouns, so that a new field is there by itself."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, get_args

from PIL import Image as Raster
from ruamel.yaml import YAML

from seapgen.intake.annotations import alternatives, bare, is_noun, is_texts, origin
from seapgen.intake.columns import TABLES
from seapgen.model.municipality import MunicipalityHead
from seapgen.model.noun import Noun
from seapgen.model.programme import Accepted, Agency, Contribution, Image, ProgrammeHead
from seapgen.model.sections import GROUP_SECTIONS, MUNICIPALITY_SECTIONS, PUBLICATION_SECTIONS, RDA_SECTIONS, sections_for
from tests.support.places import TESTS

Data = Any  # what a YAML file holds
Key = str | int
LANGUAGES = ("en", "it")
MUNICIPALITY, AGENCY, GROUP, ACTION = "montelago", "adria-agency", "two-towns", "A02"
JOINT = ("twin", "east", "west")  # a joint plan and its members, beside the towns of the specimen
SPECIMEN = TESTS / "programmes" / "specimen"
TOWN, OFFICE = f"municipalities/{MUNICIPALITY}", f"agencies/{AGENCY}"
FILES: Mapping[str, type[Noun]] = {
    "programme.yaml": ProgrammeHead, "accepted.yaml": Accepted, "images.yaml": Image, f"{OFFICE}/agency.yaml": Agency,
    f"{OFFICE}/recommendations.yaml": Contribution, f"{TOWN}/municipality.yaml": MunicipalityHead,
}  # fmt: skip
PLACES = {name: "portoverde" if name == "sector_totals.csv" else MUNICIPALITY for name in TABLES}
ROW = {"actions.csv": 1}  # the row of a table whose texts are set; the second action has words of its own


@dataclass(frozen=True, slots=True)
class Slot:
    """A text in a file: `path` leads to it; `language` is empty where the text is the same in every language."""

    file: str
    path: tuple[Key, ...]
    noun: str
    field: str
    language: str = ""

    @property
    def name(self) -> str:
        """How a person calls it: `MunicipalityHead.name`; a section of prose by its id."""
        return f"{self.noun}.{self.field}"


@cache
def slots() -> tuple[Slot, ...]:
    """Every text of the programme that follows from a noun, a table or a list of sections."""
    found: list[Slot] = []
    for file, kind in FILES.items():
        data = _base()[file]
        parts = enumerate(data) if isinstance(data, list) else [(None, data)]
        for key, part in parts:
            found += _slots(kind, part, file, () if key is None else (key,))
    for table, kind in TABLES.items():
        file = f"municipalities/{PLACES[table]}/{table}"
        row = ROW.get(table, 0)
        found += [s for s in _slots(kind, {}, file, (row,))]
    return (*found, *_sections())


def _slots(kind: type[Noun], data: Data, file: str, at: tuple[Key, ...]) -> Iterator[Slot]:
    """The texts of one noun; those of nouns inside it where the data have them."""
    for name, info in kind.model_fields.items():
        key = info.alias or name
        yield from _field(info.annotation, data.get(key), Slot(file, (*at, key), kind.__name__, name))


def _field(annotation: Any, data: Data, slot: Slot) -> Iterator[Slot]:
    if is_texts(annotation):
        yield from (Slot(slot.file, (*slot.path, code), slot.noun, slot.field, code) for code in LANGUAGES)
        return
    for kind in alternatives(annotation):
        if kind is str:
            yield slot
        elif is_noun(kind) and isinstance(data, dict):
            yield from _slots(kind, data, slot.file, slot.path)
        elif origin(kind) is tuple and isinstance(data, list):
            yield from _items(get_args(kind)[0], dict(enumerate(data)), slot)
        elif origin(kind) is Mapping and isinstance(data, dict):
            yield from _items(get_args(kind)[1], data, slot)


def _items(annotation: Any, data: dict[Key, Data], slot: Slot) -> Iterator[Slot]:
    for key, item in data.items():
        yield from _field(annotation, item, Slot(slot.file, (*slot.path, key), slot.noun, slot.field))


def _sections() -> Iterator[Slot]:
    """Prose: the sections that a municipality and the programme may write."""
    own = sections_for(MUNICIPALITY_SECTIONS, [ACTION])
    shared = (*sections_for(GROUP_SECTIONS, [GROUP]), *PUBLICATION_SECTIONS, *sections_for(RDA_SECTIONS, [AGENCY]))
    for folder, names in ((f"{TOWN}/", own), ("", shared)):
        yield from (Slot(f"{folder}prose.{code}.md", (name,), "prose", name, code) for code in LANGUAGES for name in names)


def text_fields() -> set[str]:
    """Every field of the nouns that holds a text, wherever in them it stands: what `slots` has to cover."""
    found: set[str] = set()
    waiting: list[type[Noun]] = [*FILES.values(), *TABLES.values()]
    seen: set[type[Noun]] = set()
    while waiting:
        kind = waiting.pop()
        if kind in seen:
            continue
        seen.add(kind)
        for name, info in kind.model_fields.items():
            inner = list(_leaves(info.annotation))
            waiting += [each for each in inner if is_noun(each)]
            found |= {f"{kind.__name__}.{name}"} if str in inner else set()
    return found


def _leaves(annotation: Any) -> Iterator[Any]:
    """The types inside a field, of mappings the values."""
    for kind in alternatives(annotation):
        if origin(kind) is tuple:
            yield from _leaves(get_args(kind)[0])
        elif origin(kind) is Mapping:
            yield from _leaves(get_args(kind)[1])
        else:
            yield bare(kind)


@cache
def _base() -> Mapping[str, Data]:
    """The specimen's YAML with what it leaves out, so that every noun with a text is there once."""
    yaml = YAML(typ="safe", pure=True)
    data = {file: yaml.load((SPECIMEN / file).read_text(encoding="utf-8")) for file in FILES}
    head, town = data["programme.yaml"], data[f"{TOWN}/municipality.yaml"]
    terms = {"alt": {"en": "A square.", "it": "Un quadrato."}, "caption": {}, "credit": "The authors", "licence": "CC0"}
    data["images.yaml"] = [{"file": f"{TOWN}/crest.png", "role": "crest", **terms}]
    head["funding"]["logos"] = [f"{TOWN}/crest.png"]
    head["groups"][0]["joint_plans"] = [{"id": JOINT[0], "members": list(JOINT[1:]), "option": 2}]
    town["inventories"][1]["heat"] = {"factor_t_per_mwh": 0.2, "source": "utility"}
    return data


def write(folder: Path, texts: Mapping[Slot, str]) -> Path:
    """A programme with some texts set, the others as in the specimen; gives its folder."""
    programme = folder / "programme"
    shutil.copytree(SPECIMEN, programme, dirs_exist_ok=True)
    Raster.new("L", (8, 8)).save(programme / TOWN / "crest.png")
    for id_ in JOINT:
        (programme / "municipalities" / id_).mkdir(exist_ok=True)
        head = {"id": id_, "name": {"en": id_, "it": id_}, "country": "IT", "languages": ["it"], "group": GROUP}
        (programme / "municipalities" / id_ / "municipality.yaml").write_text(_yaml(head) + "\n", encoding="utf-8")
    for file in FILES:
        data = deepcopy(_base()[file])
        for slot, text in _of(texts, file):
            _set(data, slot.path, text)
        (programme / file).write_text(_yaml(data) + "\n", encoding="utf-8")
    for table in TABLES:
        path = programme / f"municipalities/{PLACES[table]}/{table}"
        path.write_text(
            _table(path.read_text(encoding="utf-8"), [(s.path, t) for s, t in _of(texts, _relative(path, programme))]),
            encoding="utf-8",
        )
    for code in LANGUAGES:
        for folder_ in (TOWN, ""):
            path = programme / folder_ / f"prose.{code}.md"
            path.write_text(_prose(path.read_text(encoding="utf-8"), _of(texts, _relative(path, programme))), encoding="utf-8")
    return programme


def _relative(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix()


def _of(texts: Mapping[Slot, str], file: str) -> list[tuple[Slot, str]]:
    return [(slot, text) for slot, text in texts.items() if slot.file == file]


def _set(data: Data, path: tuple[Key, ...], text: str) -> None:
    """Put a text at a path; a mapping of languages that is not there yet is made."""
    for key in path[:-1]:
        if isinstance(data, dict) and not isinstance(data.get(key), dict | list):
            data[key] = {}
        data = data[key]
    data[path[-1]] = text


def _yaml(data: Data) -> str:
    """Data as YAML in one line; a text always in double quotes with the escapes of JSON."""
    match data:
        case dict():
            return (
                "{"
                + ", ".join(f"{_yaml(key) if isinstance(key, str) else key}: {_yaml(value)}" for key, value in data.items())
                + "}"
            )
        case list():
            return "[" + ", ".join(map(_yaml, data)) + "]"
        case date():
            return data.isoformat()
        case str():
            return json.dumps(data, ensure_ascii=False)
        case bool() | None:
            return json.dumps(data)
        case _:
            return str(data)


def _table(text: str, changes: list[tuple[tuple[Key, ...], str]]) -> str:
    """A table with some fields set; a column that is missing is added."""
    rows = list(csv.DictReader(io.StringIO(text)))
    columns = list(rows[0])
    for path, value in changes:
        row, name = int(path[0]), ".".join(str(key) for key in path[1:])
        columns += [] if name in columns else [name]
        rows[row][name] = value
    written = io.StringIO()
    writer = csv.DictWriter(written, columns, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return written.getvalue()


def _prose(text: str, changes: list[tuple[Slot, str]]) -> str:
    """A file of prose with some sections set: their texts are escaped, so that Markdown takes them for letters."""
    parts = re.split(r"^# (\S+)$", text, flags=re.MULTILINE)
    sections = dict(zip(parts[1::2], parts[2::2], strict=True))
    sections |= {slot.field: f"\n{escaped(words)}\n\n" for slot, words in changes}
    return "".join(f"# {name}\n{body}" for name, body in sections.items())


def escaped(text: str) -> str:
    """A text as Markdown that prints it letter by letter: a backslash before every sign."""
    return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", text)
