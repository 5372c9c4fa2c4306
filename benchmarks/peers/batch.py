"""The peer for a programme: a script as an agency would write it, docxtpl for the Word files, then LibreOffice for all of them.

`python -m benchmarks.peers.batch PLANS OUT PROFILE` makes the plans that a JSON file lists: `[{name, template, data, pictures}]`.
Each of two processes gets half of the plans, and a LibreOffice of its own with one call for all its files.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from benchmarks.peers.docxtpl_peer import rendered
from benchmarks.peers.libreoffice import converted


def main() -> None:
    """Make Word files and PDF files."""
    plans, out, profile = map(Path, sys.argv[1:])
    files: list[Path] = []
    for plan in json.loads(plans.read_text(encoding="utf-8")):
        data = json.loads(Path(plan["data"]).read_text(encoding="utf-8"))
        file = out / f"{plan['name']}.docx"
        file.write_bytes(rendered(Path(plan["template"]), data, [Path(picture) for picture in plan["pictures"]]))
        files.append(file)
    if files:
        converted(files, out, profile)


if __name__ == "__main__":
    main()
