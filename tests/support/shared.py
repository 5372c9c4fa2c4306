"""Data that lie beside the checkout and are not part of it; tests that need them say so when they skip."""

from __future__ import annotations

from pathlib import Path

import pytest

SHARED = Path(__file__).parents[3] / "shared" / "data"
DATASET = SHARED / "com_dataset" / "inventories_half_a.csv.gz"
CASES = SHARED / "bei_cases"
VINKOVCI = SHARED / "vinkovci"
needs_dataset = pytest.mark.skipif(not DATASET.is_file(), reason="needs ../shared/data/com_dataset, which is not there")
needs_cases = pytest.mark.skipif(not CASES.is_dir(), reason="needs ../shared/data/bei_cases, which is not there")
needs_vinkovci = pytest.mark.skipif(not VINKOVCI.is_dir(), reason="needs ../shared/data/vinkovci, which is not there")
