"""Coats of arms of some places, drawn here: own work, no rights reserved (CC0).

A PNG is written by hand, uncompressed, so that the same bytes come out wherever it is made.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from itertools import combinations_with_replacement

WIDTH, HEIGHT = 128, 154
FINE = 3  # samples across a pixel, so that edges are smooth
Colour = tuple[int, int, int]
WHITE, RED, BLUE, GREEN, GOLD = (255, 255, 255), (176, 42, 48), (26, 82, 140), (46, 110, 72), (226, 172, 52)
Charge = Callable[[float, float], Colour]


def crests() -> dict[str, bytes]:
    """Pictures by the id of their place."""
    return {"portolungo": _png(_harbour), "ljungefors": _png(_stream), "zminica": _png(_lime)}


def _harbour(x: float, y: float) -> Colour:
    """A gold tower over white waves on blue."""
    if y > 0.66:
        return WHITE if (y + 0.03 * _wave(x * 5) - 0.66) % 0.14 < 0.07 else BLUE
    tower = abs(x) < 0.2 and y > 0.26
    merlon = abs(x) < 0.26 and 0.16 < y < 0.32 and (y > 0.23 or (x + 0.26) % 0.13 < 0.075)
    door = abs(x) < 0.06 and y > 0.5
    return BLUE if door else GOLD if tower or merlon else BLUE


def _stream(x: float, y: float) -> Colour:
    """A white stream across green, a gold lozenge above."""
    if abs(y - 0.62 + 0.12 * x - 0.05 * _wave(x * 3)) < 0.09:
        return WHITE
    return GOLD if abs(x) + abs(y - 0.28) < 0.15 else GREEN


def _lime(x: float, y: float) -> Colour:
    """A green tree on gold, a red base."""
    if y > 0.78:
        return RED
    crown = x * x / 0.11 + (y - 0.36) ** 2 / 0.05 < 1
    return GREEN if crown or (abs(x) < 0.045 and y > 0.36) else GOLD


def _wave(x: float) -> float:
    """A wave of parabolas between -1 and 1, with the period 1: the same number on every machine."""
    part = x % 1
    half = part % 0.5
    return (16 * half * (0.5 - half)) * (1 if part < 0.5 else -1)


def _inside(x: float, y: float, margin: float) -> bool:
    """Whether a point lies in the shield; x from -1 to 1 and y from 0 (top) to 1."""
    if y < margin or abs(x) > 0.94 - margin:
        return False
    fall = max(0.0, (y - 0.45) / (0.53 - margin))
    return y < 1 - margin and abs(x) <= (0.94 - margin) * (1 - fall * fall)


def _png(charge: Charge) -> bytes:
    """The shield as a PNG with a palette; outside it is transparent."""
    bases = (WHITE, *dict.fromkeys((RED, BLUE, GREEN, GOLD, (40, 40, 40))))
    palette = list(dict.fromkeys(_mixed(pair) for pair in combinations_with_replacement(bases, 2)))
    rows = [bytes((0, *(_pixel(column, row, charge, palette) for column in range(WIDTH)))) for row in range(HEIGHT)]
    head = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 3, 0, 0, 0)
    colours = bytes(part for colour in ((0, 0, 0), *palette) for part in colour)
    chunks = ((b"IHDR", head), (b"PLTE", colours), (b"tRNS", b"\0"), (b"IDAT", _stored(b"".join(rows))), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in chunks)


def _mixed(pair: tuple[Colour, Colour]) -> Colour:
    first, second = pair
    return (first[0] + second[0]) // 2, (first[1] + second[1]) // 2, (first[2] + second[2]) // 2


def _pixel(column: int, row: int, charge: Charge, palette: list[Colour]) -> int:
    """The number of the colour that is nearest to the mean of a pixel's samples; 0 outside."""
    samples = []
    for step in range(FINE * FINE):
        x = 2.1 * ((column + (step % FINE + 0.5) / FINE) / WIDTH - 0.5)
        y = (row + (step // FINE + 0.5) / FINE) / HEIGHT
        if _inside(x, y, 0):
            samples.append(charge(x / 1.1, y) if _inside(x, y, 0.03) else (40, 40, 40))
    if len(samples) <= FINE * FINE // 2:
        return 0
    if len(set(samples)) == 1:
        return 1 + palette.index(samples[0])
    mean = tuple(sum(colour[part] for colour in samples) // len(samples) for part in range(3))
    return 1 + min(range(len(palette)), key=lambda n: sum((palette[n][part] - mean[part]) ** 2 for part in range(3)))


def _stored(data: bytes) -> bytes:
    """A zlib stream of stored blocks."""
    blocks = [data[start : start + 65535] for start in range(0, len(data), 65535)]
    out = b"\x78\x01"
    for number, block in enumerate(blocks, 1):
        out += struct.pack("<BHH", number == len(blocks), len(block), len(block) ^ 0xFFFF) + block
    return out + struct.pack(">I", zlib.adler32(data))


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
