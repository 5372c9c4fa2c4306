"""Write text-WEIGHT-PART.woff2: subsets of the document font in three weights and three parts, under another name.

Input: `templates/fonts/SourceSans3_*.ttf` (Source Sans 3, version 3.052, SIL Open Font License 1.1). Run by hand with
fontTools 4.68 and brotli 1.2: `python templates/web/fonts/make_fonts.py`. `parts.json` says which letters each part has: a page
carries only the parts whose letters it uses.

The licence reserves the name "Source" for unmodified fonts. A subset is a modified font, so its name is "Seapgen Text"; copyright
and licence stay in its name table, and `OFL.txt` lies beside it.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

HERE = Path(__file__).parent
SOURCE = HERE.parents[1] / "fonts"
FAMILY = "Seapgen Text"
STYLES = {300: "Light", 400: "Regular", 600: "SemiBold"}
FEATURES = ["ccmp", "locl"]  # digits are tabular without a feature
KERNED = ("latin", "greek")  # extended letters stand among others, and letters of two files are never kerned
COPYRIGHT, TRADEMARK, LICENCE, LICENCE_ADDRESS = 0, 7, 13, 14
PARTS = {  # ranges from first to last letter
    "latin": [  # with the signs that documents use in every language
        (0x20, 0x7E), (0xA0, 0xFF), (0x2010, 0x2014), (0x2018, 0x201A), (0x201C, 0x201E), (0x2020, 0x2020), (0x2022, 0x2022),
        (0x2026, 0x2026), (0x202F, 0x2030), (0x2039, 0x203A), (0x2080, 0x2089), (0x20AC, 0x20AC), (0x2190, 0x2193),
        (0x2212, 0x2212), (0x2248, 0x2248), (0x2260, 0x2260), (0x2264, 0x2265), (0x25A0, 0x25A0), (0x25B2, 0x25B2),
        (0x25BC, 0x25BC), (0x25CB, 0x25CB), (0x25CF, 0x25CF), (0x2713, 0x2713),
    ],
    "latin-central": [  # Croatian, Czech, Hungarian, Polish, Romanian, Slovak, Slovenian
        (0x102, 0x107), (0x10C, 0x111), (0x118, 0x11B), (0x139, 0x13A), (0x13D, 0x13E), (0x141, 0x144), (0x147, 0x148),
        (0x150, 0x151), (0x154, 0x155), (0x158, 0x15B), (0x160, 0x161), (0x164, 0x165), (0x16E, 0x171), (0x179, 0x17E),
        (0x218, 0x21B),
    ],
    "latin-other": [  # Baltic, Maltese, Turkish and others of Latin Extended-A
        (0x100, 0x101), (0x108, 0x10B), (0x112, 0x117), (0x11C, 0x138), (0x13B, 0x13C), (0x13F, 0x140), (0x145, 0x146),
        (0x149, 0x14F), (0x152, 0x153), (0x156, 0x157), (0x15C, 0x15F), (0x162, 0x163), (0x166, 0x16D), (0x172, 0x178),
        (0x17F, 0x17F),
    ],
    "greek": [(0x384, 0x3CE)],
}  # fmt: skip


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


def write(weight: int, part: str) -> None:
    """Write one file."""
    style = STYLES[weight]
    font = TTFont(SOURCE / f"SourceSans3_{weight}{style}.ttf", recalcTimestamp=False)
    features = [*FEATURES, "kern"] if part in KERNED else FEATURES
    options = subset.Options(layout_features=features, hinting=False, notdef_outline=True)
    options.name_IDs = ["*"]
    worker = subset.Subsetter(options)
    worker.populate(unicodes=[code for first, last in PARTS[part] for code in range(first, last + 1)])
    worker.subset(font)
    rename(font, style)
    font.flavor = "woff2"
    font.save(HERE / f"text-{weight}-{part}.woff2")


def main() -> None:
    """Write all files, the list of parts and the licence."""
    for weight in STYLES:
        for part in PARTS:
            write(weight, part)
    (HERE / "parts.json").write_text(json.dumps(PARTS, indent=1) + "\n", encoding="utf-8")
    shutil.copy(SOURCE / "OFL.txt", HERE / "OFL.txt")


if __name__ == "__main__":
    main()
