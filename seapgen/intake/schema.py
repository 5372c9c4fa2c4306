"""JSON Schemas of the input, for editors: one for each YAML file, and one for a row of each table."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from typing import Any, TypeAlias

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from seapgen import resources
from seapgen.intake.columns import TABLES, needed, text_fields
from seapgen.model.municipality import MunicipalityHead
from seapgen.model.noun import LANGUAGE_PATTERN, Noun
from seapgen.model.programme import Accepted, Agency, Contribution, Image, ProgrammeHead

Schema: TypeAlias = dict[str, Any]  # JSON has no type of its own
DIALECT = "https://json-schema.org/draft/2020-12/schema"
RECORDS: Mapping[str, type[Noun]] = {
    "programme.yaml": ProgrammeHead, "municipality.yaml": MunicipalityHead, "agency.yaml": Agency,
    "recommendations.yaml": Contribution,
}  # fmt: skip
LISTS: Mapping[str, type[Noun]] = {"accepted.yaml": Accepted, "images.yaml": Image}


def schemas() -> Mapping[str, str]:
    """The JSON Schema of each input file by its name; of a table, that of one row."""
    meanings = _meanings()
    made: dict[str, Schema] = {}
    for name, noun in RECORDS.items():
        made[name] = TypeAdapter(noun).json_schema(schema_generator=_Generator)
    for name, noun in LISTS.items():
        # a list of records; the noun is only known here, so the type is put together by hand
        made[name] = TypeAdapter(tuple[noun, ...]).json_schema(schema_generator=_Generator)  # type: ignore[valid-type]
    for name, noun in TABLES.items():
        made[name] = _row(noun)
    return {name: _text(name, schema, meanings) for name, schema in made.items()}


class _Generator(GenerateJsonSchema):
    """Numbers are numbers: a decimal is never written as text in the input."""

    def decimal_schema(self, schema: core_schema.DecimalSchema) -> JsonSchemaValue:
        bounds = {"ge": "minimum", "gt": "exclusiveMinimum", "le": "maximum", "lt": "exclusiveMaximum"}
        found = {name: int(schema[key]) for key, name in bounds.items() if key in schema}  # type: ignore[literal-required]
        return {"type": "number", **found}

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        """A default says nothing to somebody who writes data: a key is needed or it is not."""
        return self.generate_inner(schema["schema"])


def _row(noun: type[Noun]) -> Schema:
    """A row: a text for each field. Texts have a column for each language, lists are joined by semicolons."""
    found: Schema = TypeAdapter(noun).json_schema(schema_generator=_Generator)
    properties = {name: _cell(each) for name, each in found["properties"].items()}
    texts = {f"^{name}\\.{LANGUAGE_PATTERN.strip('^$')}$": {"type": "string"} for name in text_fields(noun)}
    kept = {name: each for name, each in properties.items() if name not in text_fields(noun)}
    patterns = {"patternProperties": texts} if texts else {}
    return {**found, "properties": kept, **patterns, "required": list(dict.fromkeys(needed(noun)))}


def _cell(field: Schema) -> Schema:
    """A field of a row: empty instead of null, and a list in one text."""
    kinds = [each for each in field.get("anyOf", [field]) if each.get("type") != "null"]
    found = kinds[0] if len(kinds) == 1 else {"anyOf": kinds}
    return {"type": "string"} if found.get("type") == "array" else found


def _text(name: str, schema: Schema, meanings: Mapping[str, Mapping[str, str]]) -> str:
    """The schema of a file as text, each field with what it means."""
    records = [record for record in (schema, *schema.get("$defs", {}).values()) if "properties" in record]
    for record in records:
        for field, found in record["properties"].items():
            found.pop("title", None)
            found["description"] = meaning(meanings, record["title"], field)
    whole = {"$schema": DIALECT, "title": name, **{key: each for key, each in schema.items() if key != "title"}}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def meaning(meanings: Mapping[str, Mapping[str, str]], record: str, field: str) -> str:
    """What a field of a record means: what its record says, else what it means everywhere."""
    return meanings.get(record, {}).get(field) or meanings["everywhere"][field]


def _meanings() -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads((resources.data() / "meanings.toml").read_text(encoding="utf-8"))
