"""The products, one verb a line: load, compute, validate, compose, render, publish."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from seapgen import __version__
from seapgen.composing import Tell, Work, compose
from seapgen.execute.office import office_for
from seapgen.execute.plan import Planned, planned, possible_paths
from seapgen.execute.run import FEW, Crew
from seapgen.making import made
from seapgen.model.errors import UnknownRequestError
from seapgen.model.finding import Finding, Severity, Stage
from seapgen.model.message import msg
from seapgen.model.order import Built, Order
from seapgen.model.source import Source
from seapgen.model.verdict import blocked, counts, is_error, refusal
from seapgen.paging import warm_up
from seapgen.placing import placed
from seapgen.publish.lock import lock
from seapgen.publish.manifest import Manifest, digests
from seapgen.publish.parts import Parts, last_known
from seapgen.publish.publish import Edition, publish
from seapgen.publish.seen import Seen
from seapgen.publish.state import Answer, read_state
from seapgen.recall import KEPT, Recall
from seapgen.standing import archived, keep_returns, order_key, remember, went_in
from seapgen.study import Study, study
from seapgen.voices import speakable

SAME = msg("reused: its content, look and renderer are what they were")


def build(folder: Path, out: Path, order: Order, tell: Tell = lambda verb, done, of, what: None) -> Built:
    """Everything that an order asks for and that is missing or out of date.

    Raises:
        SeapgenError: something stands in the way, and nothing has been written. With `keep_going` the documents that are free
            of errors are written, and the findings say what stands in the way of the others.
    """
    office = office_for(order)  # whoever lacks it is told before anything is done
    with lock(out, order.wait), Crew(order.workers) as crew:
        if _is_much(folder, order):
            crew.start(partial(warm_up, order.formats))  # while this process loads and computes
        state = read_state(out)
        seen, before = Seen(state.stamps), last_known(out)
        went = went_in(seen, folder, out)
        archive = archived(out, went)
        tell("load", 0, 1, "")
        about = study(folder, archive)
        documents, mute = speakable(about.programme, _planned(about, order))
        free = _free_of_errors(about, documents, order, mute)
        recall = Recall(about, went, state.composed, before, out, seen)
        work, edition = Work(said=[*mute]), _edition(about, before)
        jobs = compose(about, free, order, office, recall, work, tell)
        with placed(about):
            manifest = publish(out, made(Parts(out), jobs, work, recall, order, crew, tell), edition)
        built = _built(work, edition, (*about.findings, *work.said, *_left(documents, work, edition)))
        again = Seen(seen.stamps)
        if went and went == went_in(again, folder, out):  # nobody has edited anything meanwhile
            keep_returns(out, went, archive)
            files = {path: manifest.outputs[path].sha256 for path in (*work.kept, *work.same, *work.made)}
            remember(out, order_key(order, office), Answer(went.digest, files, built.findings), manifest, recall.composed, again)
    return built


def _is_much(folder: Path, order: Order) -> bool:
    """Whether there will be work for several processes, as far as that can be told before anything is read."""
    return not order.wanted and sum(1 for _ in folder.glob("municipalities/*/municipality.yaml")) >= FEW


def _planned(about: Study, order: Order) -> tuple[Planned, ...]:
    documents = planned(about.programme, order)
    unread = [f for f in about.findings if is_error(f)]
    if not documents and unread:  # what was asked for may stand in a file that could not be read
        raise refusal(unread)
    if not documents:
        fact = msg("The programme has no such document.")
        way_out = msg("There are: {names}.", names=", ".join(p.name for p in planned(about.programme, Order())))
        raise UnknownRequestError([Finding("R13", Stage.RUN, Severity.ERROR, Source("programme.yaml"), fact, proposal=way_out)])
    return documents


def _free_of_errors(about: Study, documents: Sequence[Planned], order: Order, mute: Sequence[Finding]) -> list[Planned]:
    """The documents that nothing stands in the way of; a refusal where one is stopped, unless the order goes on.

    `mute` are languages in which nothing can be written.
    """
    known = {m.id for m in about.programme.municipalities}
    stopped = blocked(replace(f, municipality=f.municipality if f.municipality in known else "") for f in about.findings)
    errors = [f for scope in ("", *dict.fromkeys(d.scope for d in documents)) for f in stopped.get(scope, ())]
    errors += mute
    if errors and not order.keep_going:
        raise refusal(errors)
    return [d for d in documents if d.scope not in stopped and "" not in stopped]


def _edition(about: Study, before: Manifest) -> Edition:
    """What the manifest will say beside the new files. Files that this order did not ask for are kept.

    What nobody can ask for any more is stale; but a return that cannot be read is still there, and so are its documents.
    """
    possible, unread = possible_paths(about.programme), _unread(about)
    stale = tuple(sorted(path for path, entry in before.outputs.items() if path not in possible and entry.scope not in unread))
    kept = {path: entry for path, entry in before.outputs.items() if path not in stale}
    return Edition(__version__, digests(about.folder, about.programme.files), counts(about.findings), kept, stale)


def _unread(about: Study) -> set[str]:
    """The ids of returns whose head has errors."""
    folders = {file.split("/")[1] for file in about.programme.files if file.startswith("municipalities/")}
    return folders - {m.id for m in about.programme.municipalities}


def _left(documents: Sequence[Planned], work: Work, edition: Edition) -> Iterator[Finding]:
    """Files of an earlier build that this one could not make anew: they stay, and somebody must know that they are old."""
    for document in documents:
        for path in map(document.path, document.formats):
            if path in edition.kept and path not in work.why and path not in work.kept and path not in work.same:
                fact = msg("This file is left from an earlier build: errors stand in the way of a new one.")
                way_out = msg("Mend what is wrong and build again, or delete the file.")
                yield Finding("R24", Stage.RUN, Severity.WARNING, Source(path), fact, document.scope, proposal=way_out)


def _built(work: Work, edition: Edition, findings: tuple[Finding, ...]) -> Built:
    reused = sorted({**dict.fromkeys(work.kept, KEPT), **dict.fromkeys(work.same, SAME)}.items(), key=lambda item: item[0])
    written = sorted(work.why.items(), key=lambda item: item[0])
    return Built(tuple(written), tuple(path for path, _ in reused), edition.stale, findings, tuple(reused))
