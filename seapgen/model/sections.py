"""Sections of prose that a person may edit, in data, Word and web alike; `*` stands for an id."""

from __future__ import annotations

from collections.abc import Iterable

MUNICIPALITY_SECTIONS = (
    "council.note", "summary.message", "territory.description", "strategy.vision", "strategy.commitment",
    "strategy.organisation", "strategy.staff", "strategy.stakeholders", "strategy.budget", "strategy.financing",
    "strategy.monitoring", "inventory.method", "inventory.comment", "action.*.description", "action.*.assumption",
    "monitoring.comment",
)  # fmt: skip
GROUP_SECTIONS = ("group.*.vision", "group.*.strategy", "group.*.joint_actions", "group.*.agency_view")
PUBLICATION_SECTIONS = ("publication.foreword", "publication.project", "publication.problems", "publication.closing")
RDA_SECTIONS = ("rda.*.introduction", "rda.*.context")
PROGRAMME_SECTIONS = GROUP_SECTIONS + PUBLICATION_SECTIONS + RDA_SECTIONS
ANY = "*"


def sections_for(patterns: Iterable[str], ids: Iterable[str]) -> tuple[str, ...]:
    """The section ids of patterns with each of some ids in the place of `*`."""
    names = tuple(ids)
    return tuple(made for p in patterns for made in ([p.replace(ANY, name) for name in names] if ANY in p else [p]))
