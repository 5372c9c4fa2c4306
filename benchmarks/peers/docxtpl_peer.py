"""The peer for Word: stock docxtpl, used as its manual shows."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from pathlib import Path

from docx.shared import Mm
from docxtpl import DocxTemplate, InlineImage
from PIL import Image, ImageDraw, ImageFont

SIZE = (1260, 680)  # 160 mm at 200 dots an inch


def rendered(template: Path, data: Mapping[str, object], pictures: Sequence[Path]) -> bytes:
    """A document from a template and plain data. This is what is timed: open, pictures, render, save."""
    document = DocxTemplate(template)
    shown = {f"picture_{n}": InlineImage(document, str(path), width=Mm(160)) for n, path in enumerate(pictures, 1)}
    document.render({**data, **shown}, autoescape=True)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def painted(folder: Path, count: int) -> list[Path]:
    """Charts as PNG files as a spreadsheet saves them: smooth edges, labels, some 30 kB each. Painting them is not timed."""
    return [_painted(folder / f"chart-{n}.png", n) for n in range(1, count + 1)]


def _painted(path: Path, number: int) -> Path:
    image = Image.new("RGB", (2 * SIZE[0], 2 * SIZE[1]), "white")
    pen, font = ImageDraw.Draw(image), ImageFont.load_default(36)
    for bar in range(14):
        top, length = 60 + bar * 86, 200 + (bar * 1371 + number * 2511) % 1500
        pen.text((20, top), f"Item {number * 17 + bar}, kind {bar % 5}", "#333333", font)
        pen.rounded_rectangle((420, top, 420 + length, top + 56), 12, fill=(30 + 20 * number, 90 + 8 * bar, 120))
        pen.text((440 + length, top), f"{length * 1237:,} MWh", "#333333", font)
    image.resize(SIZE, Image.Resampling.LANCZOS).quantize(64).save(path)
    return path
