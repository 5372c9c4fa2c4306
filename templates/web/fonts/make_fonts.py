"""Write text-300.woff2, text-400.woff2 and text-600.woff2: subsets of the document font, under another name.

Input: `templates/fonts/SourceSans3_*.ttf` (Source Sans 3, version 3.052, SIL Open Font License 1.1). Run by hand with
fontTools 4.68 and brotli 1.2: `python templates/web/fonts/make_fonts.py`.

The licence reserves the name "Source" for unmodified fonts. A subset is a modified font, so its name is "Seapgen Text"; copyright
and licence stay in its name table, and `OFL.txt` lies beside it.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

HERE = Path(__file__).parent
SOURCE = HERE.parents[1] / "fonts"
FAMILY = "Seapgen Text"
STYLES = {300: "Light", 400: "Regular", 600: "SemiBold"}
FEATURES = ["kern", "mark", "mkmk", "ccmp", "locl", "sups", "tnum"]
COPYRIGHT, TRADEMARK, LICENCE, LICENCE_ADDRESS = 0, 7, 13, 14
CHARACTERS = [  # Latin with Extended-A and the Romanian letters, Greek, and the signs that documents use
    *range(0x20, 0x7F), *range(0xA0, 0x180), *range(0x218, 0x21C), *range(0x384, 0x3CF), *range(0x2010, 0x2015),
    0x2018, 0x2019, 0x201A, 0x201C, 0x201D, 0x201E, 0x2020, 0x2022, 0x2026, 0x202F, 0x2030, 0x2039, 0x203A, 0x20AC,
    *range(0x2080, 0x208A), *range(0x2190, 0x2194), 0x2212, 0x2248, 0x2260, 0x2264, 0x2265, 0x25A0, 0x25B2, 0x25BC, 0x25CB,
    0x25CF, 0x2713,
]  # fmt: skip


def rename(font: TTFont, style: str) -> None:
    """Replace every name that a user sees; leave copyright, trademark and licence as they are."""
    names = {
        1: f"{FAMILY} {style}", 2: "Regular", 3: f"{FAMILY} {style} 1.0", 4: f"{FAMILY} {style}",
        6: f"SeapgenText-{style}", 16: FAMILY, 17: style,
    }  # fmt: skip
    table = font["name"]
    table.names = [name for name in table.names if name.nameID in (COPYRIGHT, TRADEMARK, LICENCE, LICENCE_ADDRESS)]
    for number, text in names.items():
        table.setName(text, number, 3, 1, 0x409)


def main() -> None:
    """Write the three files and the licence."""
    for weight, style in STYLES.items():
        font = TTFont(SOURCE / f"SourceSans3_{weight}{style}.ttf", recalcTimestamp=False)
        options = subset.Options(layout_features=FEATURES, hinting=False, notdef_outline=True)
        options.name_IDs = ["*"]
        worker = subset.Subsetter(options)
        worker.populate(unicodes=CHARACTERS)
        worker.subset(font)
        rename(font, style)
        font.flavor = "woff2"
        font.save(HERE / f"text-{weight}.woff2")
    shutil.copy(SOURCE / "OFL.txt", HERE / "OFL.txt")


if __name__ == "__main__":
    main()
