"""The first files of an agency: what it changes to give its documents its own look."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from string import Template

from seapgen import resources

_TOKEN = re.compile(r"^(?=[a-z][a-z0-9-]* = )", re.MULTILINE)
_FILES = ("theme.toml", "stationery/texts.toml", "agency.yaml")


def agency_files(id_: str, languages: Sequence[str], country: str) -> Mapping[str, bytes]:
    """The files of an agency's folder by their path in it, from `templates/agency` and the house's stationery."""
    house = resources.folder("templates")
    values = {
        "id": id_,
        "country": country,
        "languages": ", ".join(languages),
        "names": ", ".join(f"{code}: {json.dumps(id_)}" for code in languages),
        "table": ", ".join(f"{code} = {json.dumps(id_)}" for code in languages),
        "slogan": "\n".join(f'# {code} = "…"' for code in languages),
        "colours": _colours((house / "theme.toml").read_text(encoding="utf-8")),
    }
    texts = {path: Template((house / "agency" / path).read_text(encoding="utf-8")).substitute(values) for path in _FILES}
    shell = (house / "stationery" / "default.docx").read_bytes()
    return {"stationery/default.docx": shell} | {path: text.encode() for path, text in texts.items()}


def _colours(theme: str) -> str:
    """The house's colours, each behind a #."""
    part = theme.partition("[colours]\n")[2].partition("[fonts]")[0]
    return _TOKEN.sub("# ", part).strip()
