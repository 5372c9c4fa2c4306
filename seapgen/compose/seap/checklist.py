"""The Covenant's eligibility criteria, judged from the return (domain.md 2.3, FAQ 39 of the Covenant of Mayors Office)."""

from __future__ import annotations

from collections.abc import Iterable

from seapgen.compose.seap.inventory_tables import Blocks, words_column
from seapgen.compose.seap.plan_views import actions
from seapgen.compose.seap.subject import Subject
from seapgen.model.document import Row, Table
from seapgen.model.finding import Finding, Severity
from seapgen.model.inline import Planned
from seapgen.model.message import Message, msg, nmsg
from seapgen.model.vocabulary import KEY_SECTORS

LEAST_PCT = {2020: 20, 2030: 40}  # the commitment asked for by target year


def checklist(subject: Subject, findings: Iterable[Finding]) -> tuple[bool, Blocks]:
    """Whether a criterion is open, and the table."""
    results = [_approval(subject), _commitment(subject), _inventory(subject), _actions(subject), _coherence(subject, findings)]
    rows = tuple(Row[Planned](((criterion,), (msg("met") if met else msg("open"),), (why,))) for criterion, met, why in results)
    columns = (words_column(msg("Criterion"), 48), words_column(msg("State"), 12), words_column(msg("Why"), 44))
    table = Table[Planned]("annex.checklist", (msg("Eligibility criteria of the Covenant of Mayors"),), columns, rows)
    return not all(met for _, met, _ in results), (table,)


def _approval(subject: Subject) -> tuple[Message, bool, Message]:
    criterion = msg("The plan is approved by the municipal council.")
    approved = subject.get("covenant.approved_on")
    return (
        criterion,
        approved is not None,
        msg("approved on {date}", date=approved) if approved else msg("no decision of the council is recorded"),
    )


def _commitment(subject: Subject) -> tuple[Message, bool, Message]:
    target = subject.target
    least = LEAST_PCT.get(target.target_year, 20) if target else 20
    criterion = msg("The plan states the commitment that the Covenant asks for: at least 20% by 2020 or 40% by 2030.")
    if target is None or (figure := subject.percent_get(f"target.{target.target_year}.reduction_pct")) is None:
        return criterion, False, msg("no target is recorded")
    year = subject.figure(f"target.{target.target_year}.year")
    return criterion, target.reduction_pct >= least, msg("{reduction} by {year}", reduction=figure, year=year)


def _inventory(subject: Subject) -> tuple[Message, bool, Message]:
    there = set(subject.inventory.sectors())
    count = sum(1 for key in KEY_SECTORS if there & set(key))
    criterion = msg(
        "The inventory covers at least three of the four key sectors: municipal buildings, tertiary buildings, homes, transport."
    )
    return criterion, count >= 3, nmsg("{n} key sector is covered", "{n} key sectors are covered", n=subject.inv("key_sectors"))


def _actions(subject: Subject) -> tuple[Message, bool, Message]:
    there = {a.sector for a in actions(subject)}
    count = sum(1 for key in KEY_SECTORS if there & set(key))
    criterion = msg("The actions cover at least two of the four key sectors.")
    figure = subject.get("plan.key_sectors")
    return (
        criterion,
        count >= 2,
        nmsg("{n} key sector has actions", "{n} key sectors have actions", n=figure)
        if figure
        else msg("no actions are recorded"),
    )


def _coherence(subject: Subject, findings: Iterable[Finding]) -> tuple[Message, bool, Message]:
    errors = [
        f for f in findings if f.severity is Severity.ERROR and not f.accepted and f.municipality == subject.municipality.id
    ]
    criterion = msg("The data are complete and coherent; the figures of the document are those of the template.")
    return criterion, not errors, msg("checked; no error is left") if not errors else msg("errors are left, see the check report")
