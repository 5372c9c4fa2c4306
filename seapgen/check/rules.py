"""The registry: every rule there is, in the order of the list in the manual."""

from __future__ import annotations

from seapgen.check.actions import ACTIONS
from seapgen.check.completeness import COMPLETENESS
from seapgen.check.document import DOCUMENT
from seapgen.check.effects import EFFECT_RULES
from seapgen.check.energy import ENERGY
from seapgen.check.factor import FACTORS
from seapgen.check.outlier import OUTLIERS
from seapgen.check.peers import PEERS
from seapgen.check.per_head import PER_HEAD
from seapgen.check.promise import PROMISE
from seapgen.check.reported import REPORTED
from seapgen.check.rule import Rule, Unjudged
from seapgen.check.supply import SUPPLY
from seapgen.check.typical import TYPICAL
from seapgen.check.unjudged import UNJUDGED

FAMILIES = (
    COMPLETENESS, ENERGY, PER_HEAD, OUTLIERS, FACTORS, REPORTED, SUPPLY, PROMISE, EFFECT_RULES, ACTIONS, TYPICAL,
    PEERS, DOCUMENT,
)  # fmt: skip


def family(code: str) -> str:
    """The letter of the family a rule is listed in: inventory, energy, factors, supply, actions, peers, document."""
    return "A" if code == "CA" else code[0]


def _place(code: str) -> tuple[int, int]:
    """By family, then by number; the hint about actions, which has none, comes after them."""
    return "IEFSARC".index(family(code)), int(code[1:]) if code[1:].isdecimal() else len(FAMILIES) ** 2


RULES: tuple[Rule, ...] = tuple(sorted((each for family in FAMILIES for each in family), key=lambda r: _place(r.code)))
ALL: tuple[Rule | Unjudged, ...] = tuple(sorted((*RULES, *UNJUDGED), key=lambda r: _place(r.code)))


def rule(code: str) -> Rule | Unjudged | None:
    """The rule of a code, also where another room finds it or nobody does."""
    return next((r for r in ALL if r.code == code), None)
