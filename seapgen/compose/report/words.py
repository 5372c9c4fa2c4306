"""The labels of the check report by the names that its template knows."""

from __future__ import annotations

from collections.abc import Mapping

from seapgen.compose.report.speech import Speech
from seapgen.model.message import Message, Term, msg
from seapgen.model.report import Said

_WORDS: Mapping[str, Message] = {
    "lead": msg("Every finding names its file and cell, shows the row and says what to do."),
    "skip": msg("Skip to the content"),
    "errors": msg("Errors"),
    "warnings": msg("Warnings"),
    "remarks": msg("Remarks"),
    "clean": msg("Returns without findings"),
    "overview": msg("By municipality"),
    "municipality": msg("Municipality", context="check report"),
    "files": msg("Files"),
    "none": msg("No findings."),
    "how": msg("How to work with this report"),
    "how_open": msg("Open the file that stands above a finding and go to the line and column named: the cell has a frame."),
    "how_mend": msg("Do what the shaded box says. If the value is right, enter the finding in accepted.yaml with the reason."),
    "how_tick": msg("Tick the box. Ticks last until the page is closed; on paper they are made with a pen."),
    "how_again": msg("Check again: what has been mended is gone."),
    "show": msg("Show"),
    "everything": msg("Everything"),
    "all_municipalities": msg("All municipalities"),
    "search": msg("Search in the findings"),
    "search_hint": msg("File, rule or word"),
    "found_so_far": msg("found: {n}", n="{n}"),
    "no_match": msg("Nothing matches what was chosen."),
    "found": msg("Found"),
    "limit": msg("Limit"),
    "fix": msg("What to do"),
    "accepted_because": msg("Accepted, because"),
    "this_cell": msg("this cell"),
    "this_line": msg("this line"),
    "line": msg("Line"),
    "done": msg("Done"),
    "rule": msg("Rule"),
    "link": msg("Link to this finding"),
    "whole_file": msg("The whole file"),
    "among": msg("Place among peers"),
    "measure": msg("Measure"),
    "own": msg("Own value"),
    "median": msg("Median of the peers"),
    "usual": msg("Nine in ten peers"),
    "no_more": msg("Peers that have no more"),
    "peers": msg("Peers"),
    "rules": msg("The rules of this report"),
    "back": msg("Back to the overview"),
    "foot": msg("For programs: the same findings are printed by the command “seapgen check --json”."),
}


def words(speech: Speech) -> Mapping[str, Said]:
    """All labels."""
    return {name: speech.say(message) for name, message in _WORDS.items()}


def kind_word(kind: str, speech: Speech) -> Said:
    """The word of a severity, or of a finding that a person has accepted. What informs is a remark, as in every count."""
    told = {"accepted": msg("Accepted"), "info": msg("Remark")}
    return speech.say(told[kind]) if kind in told else speech.show(Term(f"severity.{kind}"))
