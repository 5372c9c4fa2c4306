"""Compute: from a programme and reference data to figures, each with its derivation."""

from seapgen.compute.explain import explain
from seapgen.compute.results import compute_results

__all__ = ["compute_results", "explain"]
