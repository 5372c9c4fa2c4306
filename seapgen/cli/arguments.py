"""Arguments and options that several commands have."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

Programme = Annotated[Path, typer.Argument(exists=True, file_okay=False, help="Folder of the programme, with programme.yaml.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON for programs.")]
Strict = Annotated[bool, typer.Option("--strict", help="End with 8 where there are warnings.")]
