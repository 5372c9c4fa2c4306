"""The first files of an agency: what it changes to give its documents its own look."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence

from seapgen import resources

_TOKEN = re.compile(r"^(?=[a-z][a-z0-9-]* = )", re.MULTILINE)

_THEME = """\
# The look of {id}'s documents, in Word, PDF and page alike. Take the # away from a line and change its value; what stays
# behind a # is the house's. `seapgen template check` says which colours cannot be read on which.

# logo = "logo.png"             # PNG or JPEG beside this file; it stands on the cover

[names]
# organisation = {names}        # what documents call you; without it, the name in agency.yaml

[colours]
{colours}
[fonts]
# text = ["Source Sans 3"]      # another font needs its .ttf or .otf files in the folder fonts beside this file
# fallback = "Calibri"          # where a Word reader has no such font
"""

_TEXTS = """\
# Words of the stationery (default.docx beside this file), which you may open and change in Word or LibreOffice.

# Names and addresses: the same in every language.
keep = []

# A blank of your own: write {{{{ slogan }}}} into the stationery, and here what it says in each language.
# [slogan]
{slogan}"""

_HEAD = """\
id: {id}
name: {{{names}}}
country: {country}
languages: [{languages}]
# contact: {{email: office@agency.example, web: "https://agency.example", address: "Main Road 1", telephone: "+00 000"}}
"""


def agency_files(id_: str, languages: Sequence[str], country: str) -> Mapping[str, bytes]:
    """The files of an agency's folder by their path in it."""
    house = resources.folder("templates")
    names = ", ".join(f"{code}: {json.dumps(id_)}" for code in languages)
    table = "{ " + ", ".join(f'{code} = "{id_}"' for code in languages) + " }"
    texts = {
        "theme.toml": _THEME.format(id=id_, names=table, colours=_colours((house / "theme.toml").read_text(encoding="utf-8"))),
        "stationery/texts.toml": _TEXTS.format(slogan="".join(f'# {code} = "…"\n' for code in languages)),
        "agency.yaml": _HEAD.format(id=id_, names=names, country=country, languages=", ".join(languages)),
    }
    shell = (house / "stationery" / "default.docx").read_bytes()
    return {"stationery/default.docx": shell} | {path: text.encode() for path, text in texts.items()}


def _colours(theme: str) -> str:
    """The house's colours, each behind a #."""
    part = theme.partition("[colours]\n")[2].partition("[fonts]")[0]
    return _TOKEN.sub("# ", part)
