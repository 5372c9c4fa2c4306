"""`seapgen schema`: JSON Schemas of the input files, for editors."""

from __future__ import annotations

from typing import Annotated

import typer


def schema(
    name: Annotated[str, typer.Argument(help="One of the files, as the list names them.")] = "",
) -> None:
    """Print the JSON Schema of an input file, or the list of files that have one.

    An editor uses it with a first line in the file: # yaml-language-server: $schema=FILE
    """
    from seapgen.study import input_schemas

    found = input_schemas()
    if not name:
        for each in found:
            typer.echo(each)
        return
    if name not in found:
        raise typer.BadParameter(f"{name!r} is none of: {', '.join(found)}", param_hint="NAME")
    typer.echo(found[name], nl=not found[name].endswith("\n"))
