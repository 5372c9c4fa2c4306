"""What is real in a document, what was derived and what is invented."""

from __future__ import annotations

from seapgen.compose.seap.subject import Subject
from seapgen.model.message import Message, msg
from seapgen.model.vocabulary import Provenance


def is_fictional(subject: Subject) -> bool:
    """Whether the place is invented."""
    note = subject.municipality.head.provenance
    return note is not None and note.place == "fictional"


def is_derived(subject: Subject) -> bool:
    """Whether the split of the inventory by energy carrier was derived from totals of sectors."""
    note = subject.municipality.head.provenance
    return note is not None and note.inventory is Provenance.DERIVED


def reality(subject: Subject) -> Message:
    """One sentence on an inventory beside illustrative actions."""
    if is_fictional(subject) and is_derived(subject):
        return msg(
            "The place in this document is invented. Energy and emissions of its sectors are real data of a signatory elsewhere,"
            " their split by energy carrier is derived; the actions, their costs and the accompanying texts are illustrative."
        )
    if is_fictional(subject):
        return msg(
            "The place in this document is invented. Its inventory is real data of a signatory elsewhere; the actions, their"
            " costs and the accompanying texts are illustrative."
        )
    if is_derived(subject):
        return msg(
            "Energy and emissions of the sectors in this document are real, their split by energy carrier is derived; the"
            " actions, their costs and the accompanying texts are illustrative."
        )
    return msg("The inventory in this document is real; the actions, their costs and the accompanying texts are illustrative.")
