"""Where templates, catalogues, examples and data lie: beside the package in a checkout, inside it in a wheel."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_CARRIED = _PACKAGE / "assets"  # the wheel puts the folders of the checkout here


def folder(name: str) -> Path:
    """The folder `templates`, `locales`, `recommendations` or `examples`."""
    return (_CARRIED if _CARRIED.is_dir() else _PACKAGE.parent) / name


def data() -> Path:
    """The folder of reference data."""
    return _PACKAGE / "data"
