"""Which documents need not be composed again: those of which nothing has changed that they could be made from.

A plan is made from its own return, from those of its group, from the heads of all returns, from every file of the programme that
is no return, from the program, and from what was found about any of them. Returns of other groups reach it through findings only.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

from seapgen.execute.plan import Planned
from seapgen.model.finding import Finding
from seapgen.model.message import Message, msg
from seapgen.model.order import Order
from seapgen.publish.manifest import Manifest, reason_to_write
from seapgen.publish.packing import packed_findings
from seapgen.publish.seen import Seen
from seapgen.publish.state import Composed
from seapgen.standing import OUTPUT, Went, order_key
from seapgen.study import Study

KEPT = msg("reused: nothing that it could be made from has changed")
_RETURNS, _HEAD = "municipalities/", "municipality.yaml"


class Recall:
    """What an earlier build composed, as far as it still holds and its files are right; and what this build will remember."""

    def __init__(
        self, about: Study, went: Went | None, earlier: Mapping[str, Composed], before: Manifest, out: Path, seen: Seen
    ) -> None:
        self._about, self._went, self._earlier = about, went, earlier
        self._before, self._out, self._seen = before, out, seen
        self._files = _by_owner(went.inputs) if went else {}
        self._found = _found_by_owner(about)
        self.composed: dict[str, Composed] = {}

    def of(self, documents: Sequence[Planned], order: Order, office: str) -> Composed | None:
        """What the documents of one scope came to; nothing where they must be composed."""
        found = self._earlier.get(self._key(documents, order, office))
        if found is None or any(self.reason(path, job) for path, job in found.jobs):
            return None
        self.composed[self._key(documents, order, office)] = found
        return found

    def keep(self, documents: Sequence[Planned], order: Order, office: str, came_to: Composed) -> None:
        """Remember it for the next build."""
        if self._went is not None:
            self.composed[self._key(documents, order, office)] = came_to

    def reason(self, path: str, job: str) -> Message | None:
        """Why a file must be made; None where it is right."""
        return reason_to_write(self._out, path, job, self._before, lambda: self._seen.digest(OUTPUT + path, self._out / path))

    def _key(self, documents: Sequence[Planned], order: Order, office: str) -> str:
        if self._went is None:
            return ""
        near = ("", *sorted(self._near(documents[0].scope)))
        asked = order_key(Order(draft=order.draft, toc_pages=order.toc_pages), office)
        files, found = [self._files.get(id_) for id_ in near], [self._found.get(id_) for id_ in near]
        return _digest((asked, self._went.program, tuple(documents), near, files, found))

    def _near(self, scope: str) -> frozenset[str]:
        """The municipality or joint plan of a document, the members of the plan, and everybody in a group of theirs."""
        programme = self._about.programme
        plan = programme.joint_plan(scope)
        own = {scope, *(plan.members if plan else ())}
        groups = {m.head.group for m in programme.municipalities if m.id in own and m.head.group}
        return frozenset(own | {m.id for m in programme.municipalities if m.head.group in groups})


def _by_owner(inputs: Sequence[tuple[str, str]]) -> dict[str, str]:
    """The digest of what may matter: of the files of each return, and under "" of those that matter to all, heads among them."""
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for name, digest in inputs:
        is_return = name.startswith(_RETURNS)
        if is_return:
            found[name.split("/")[1]].append((name, digest))
        if not is_return or name.endswith(f"/{_HEAD}"):
            found[""].append((name, digest))
    return {owner: _digest(files) for owner, files in found.items()}


def _found_by_owner(about: Study) -> dict[str, str]:
    """The digest of what was found of each municipality, and under "" of everything else."""
    known = {m.id for m in about.programme.municipalities}
    found: dict[str, list[Finding]] = defaultdict(list)
    for finding in about.findings:
        found[finding.municipality if finding.municipality in known else ""].append(finding)
    return {owner: _digest(packed_findings(findings)) for owner, findings in found.items()}


def _digest(node: object) -> str:
    return hashlib.sha256(repr(node).encode("utf-8", "surrogatepass")).hexdigest()
