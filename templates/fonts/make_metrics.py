"""Write `metrics.json`: the advance widths of the document font, in 1/1000 em, for every letter that it has.

Run by hand after a change of the fonts (needs fontTools): `python templates/fonts/make_metrics.py`.
"""

from __future__ import annotations

import json
from pathlib import Path

from fontTools.ttLib import TTFont

HERE = Path(__file__).resolve().parent
WEIGHTS = {"400": "SourceSans3_400Regular.ttf", "600": "SourceSans3_600SemiBold.ttf"}


def advances(path: Path) -> dict[str, int]:
    """Letter -> advance width."""
    font = TTFont(path)
    if font["head"].unitsPerEm != 1000:
        raise ValueError(f"{path.name}: widths are expected in 1/1000 em")
    widths = font["hmtx"]
    return {chr(code): widths[glyph][0] for code, glyph in sorted(font.getBestCmap().items()) if code >= 0x20}


def main() -> None:
    """Write the file beside the fonts."""
    table = {weight: advances(HERE / name) for weight, name in WEIGHTS.items()}
    (HERE / "metrics.json").write_text(json.dumps(table, ensure_ascii=True, separators=(",", ":")) + "\n", encoding="ascii")


if __name__ == "__main__":
    main()
