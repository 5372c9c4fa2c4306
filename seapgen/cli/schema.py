"""`seapgen schema`: JSON Schemas of the input files, for editors."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from seapgen.cli.json_text import json_text

if TYPE_CHECKING:  # brings pydantic along, which --help does without
    from seapgen.model.noun import Noun


def schema(
    name: Annotated[str, typer.Argument(help="One of the files, as the list names them.")] = "",
) -> None:
    """Print the JSON Schema of an input file, or the list of files that have one.

    An editor uses it with a first line in the file: # yaml-language-server: $schema=FILE
    """
    nouns = _nouns()
    if not name:
        for each in nouns:
            typer.echo(each)
        return
    if name not in nouns:
        raise typer.BadParameter(f"{name!r} is none of: {', '.join(nouns)}", param_hint="NAME")
    found = nouns[name].model_json_schema(mode="validation")
    typer.echo(json_text({"$schema": "https://json-schema.org/draft/2020-12/schema", **found}), nl=False)


def _nouns() -> dict[str, type[Noun]]:
    """The noun of each YAML file, and of a row of each table."""
    from seapgen.model import action, inventory, municipality, programme

    return {
        "programme.yaml": programme.ProgrammeHead,
        "municipality.yaml": municipality.MunicipalityHead,
        "agency.yaml": programme.Agency,
        "recommendations.yaml": programme.Contribution,
        "accepted.yaml": programme.Accepted,
        "images.yaml": programme.Image,
        "consumption.csv": inventory.Consumption,
        "sector_totals.csv": inventory.SectorTotal,
        "emissions.csv": inventory.NonEnergyEmission,
        "production.csv": inventory.Production,
        "purchases.csv": inventory.Purchase,
        "factors.csv": inventory.OwnFactor,
        "totals.csv": inventory.ReportedTotal,
        "actions.csv": action.Action,
    }
