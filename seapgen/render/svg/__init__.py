"""Charts as SVG text, for the PDF and the web page."""

from seapgen.render.svg.ink import Ink, PaperInk, ScreenInk
from seapgen.render.svg.paint import PAPER_FULL, PAPER_HALF, SCREEN_NARROW, SCREEN_WIDE, paint

__all__ = ["PAPER_FULL", "PAPER_HALF", "SCREEN_NARROW", "SCREEN_WIDE", "Ink", "PaperInk", "ScreenInk", "paint"]
