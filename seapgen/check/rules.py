"""The registry: every rule there is, in the order of the list in the manual."""

from __future__ import annotations

from seapgen.check.completeness import COMPLETENESS
from seapgen.check.energy import ENERGY
from seapgen.check.factor import FACTORS
from seapgen.check.per_head import PER_HEAD
from seapgen.check.reported import REPORTED
from seapgen.check.rule import Rule


def _place(rule: Rule) -> tuple[int, int]:
    """Inventory, energy, factors; then by number."""
    return "IEFSARC".index(rule.code[0]), int(rule.code[1:])


RULES: tuple[Rule, ...] = tuple(sorted((*COMPLETENESS, *ENERGY, *PER_HEAD, *FACTORS, *REPORTED), key=_place))


def rule(code: str) -> Rule | None:
    """The rule of a code."""
    return next((r for r in RULES if r.code == code), None)
