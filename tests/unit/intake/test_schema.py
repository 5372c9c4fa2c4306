"""JSON Schemas for editors."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator

import pytest

from seapgen import resources
from seapgen.intake.columns import TABLES
from seapgen.intake.schema import LISTS, RECORDS, schemas

SCHEMAS = schemas()


def objects(schema: dict[str, object]) -> Iterator[dict[str, dict[str, object]]]:
    """The properties of every record in a schema."""
    definitions = schema.get("$defs", {})
    assert isinstance(definitions, dict)
    for record in (schema, *definitions.values()):
        if "properties" in record:
            yield record["properties"]


def test_every_input_file_has_a_schema() -> None:
    """Six YAML files, eight tables."""
    assert set(SCHEMAS) == {*RECORDS, *LISTS, *TABLES} and len(SCHEMAS) == 14


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_field_says_what_it_means(name: str) -> None:
    """An editor shows it beside the key."""
    fields = [field for properties in objects(json.loads(SCHEMAS[name])) for field in properties.values()]
    assert fields and all(str(field["description"]).endswith(".") for field in fields)


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_number_is_never_a_text(name: str) -> None:
    """Decimals are written as numbers."""
    assert '"pattern": "^(?!^[-+.]*$)' not in SCHEMAS[name]


def test_lists_are_lists() -> None:
    """`accepted.yaml` and `images.yaml` hold records one after another."""
    assert [json.loads(SCHEMAS[name])["type"] for name in LISTS] == ["array", "array"]


def test_texts_of_a_table_have_a_column_for_each_language() -> None:
    """`title.it`, but no `title`."""
    schema = json.loads(SCHEMAS["actions.csv"])
    assert "title" not in schema["properties"] and r"^title\.[a-z]{2,3}$" in schema["patternProperties"]


def test_no_meaning_is_without_its_field() -> None:
    """A field that is renamed takes its meaning along."""
    meanings = tomllib.loads((resources.data() / "meanings.toml").read_text(encoding="utf-8"))
    fields: dict[str, set[str]] = {}
    for text in SCHEMAS.values():
        schema = json.loads(text)
        for record in (schema, *schema.get("$defs", {}).values()):
            if "properties" in record:
                own = {*record["properties"], *(p.split("\\")[0].strip("^") for p in record.get("patternProperties", {}))}
                fields.setdefault(record["title"] if record is not schema else "", set()).update(own)
    known = set().union(*fields.values())
    stray = [f"{r}.{f}" for r, each in meanings.items() for f in each if f not in (fields.get(r) or known)]
    assert stray == []
