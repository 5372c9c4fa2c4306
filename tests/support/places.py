"""Where things are in the checkout, for tests."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "seapgen"
TESTS = ROOT / "tests"
EXAMPLES = ROOT / "examples"
NPM = TESTS / "tools" / "node_modules"
