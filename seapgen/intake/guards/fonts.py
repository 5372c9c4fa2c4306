"""Font files that others made: their names, weight and licence bits, read with bounds; nothing is drawn here."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from pathlib import Path

from seapgen.intake.guards.folder import read_bytes

LARGEST_FONT = 4 * 1024 * 1024
_KINDS = (b"\x00\x01\x00\x00", b"OTTO", b"true")
_FAMILY, _TYPOGRAPHIC_FAMILY = 1, 16
_WINDOWS, _MACINTOSH = 3, 1
_RESTRICTED = 0x0002  # OS/2 fsType: the font may not be embedded


@dataclass(frozen=True, slots=True)
class FontFile:
    """What a TrueType or OpenType file says of itself."""

    family: str
    weight: int
    is_italic: bool
    may_be_embedded: bool


def read_font(folder: Path, name: str) -> FontFile | None:
    """The font in a file of a folder, or nothing where it is none, damaged or too large."""
    data, _ = read_bytes(folder, name, LARGEST_FONT)
    return None if data is None else decoded_font(data)


def decoded_font(data: bytes) -> FontFile | None:
    """The font in some bytes, or nothing where they are none."""
    if data[:4] not in _KINDS:
        return None
    try:
        tables = _tables(data)
        names, metrics = tables[b"name"], tables[b"OS/2"]
        weight, kind = struct.unpack_from(">HxxH", metrics, 4)
        (selection,) = struct.unpack_from(">H", metrics, 62)
        family = _family(names)
    except (struct.error, KeyError, UnicodeDecodeError):
        return None
    if not family or b"cmap" not in tables:
        return None
    return FontFile(family, min(max(weight, 1), 1000), bool(selection & 1), not kind & _RESTRICTED)


def _tables(data: bytes) -> dict[bytes, bytes]:
    """The tables of a font file by tag."""
    (count,) = struct.unpack_from(">H", data, 4)
    found = {}
    for n in range(count):
        tag, _, offset, length = struct.unpack_from(">4sIII", data, 12 + 16 * n)
        if offset + length > len(data):
            raise struct.error("a table beyond the end of the file")
        found[tag] = data[offset : offset + length]
    return found


def _family(table: bytes) -> str:
    """The typographic family, else the family."""
    _, count, start = struct.unpack_from(">HHH", table)
    found: dict[int, str] = {}
    for n in range(count):
        platform, _, _, id_, length, offset = struct.unpack_from(">HHHHHH", table, 6 + 12 * n)
        if id_ in (_FAMILY, _TYPOGRAPHIC_FAMILY) and platform in (_WINDOWS, _MACINTOSH):
            raw = table[start + offset : start + offset + length]
            text = raw.decode("utf-16-be" if platform == _WINDOWS else "mac-roman")
            if platform == _WINDOWS or id_ not in found:
                found[id_] = text
    return found.get(_TYPOGRAPHIC_FAMILY) or found.get(_FAMILY, "")
