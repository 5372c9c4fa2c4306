"""One agency's folder: who it is and what it contributes."""

from __future__ import annotations

from seapgen.intake.desk import Desk
from seapgen.intake.languages import Languages, spoken, text_problems
from seapgen.intake.plausible import beyond_measure
from seapgen.intake.rules import LoadRule
from seapgen.model.programme import Agency, Contribution
from seapgen.model.source import Source

HEAD = "agency.yaml"
CONTRIBUTION = "recommendations.yaml"


def read_agency(desk: Desk, folder: str, programme: tuple[str, ...]) -> tuple[Agency | None, Contribution | None]:
    """An agency and its contribution with all their problems reported; the theme and stationery beside them are noted."""
    name = folder.rpartition("/")[2]
    agency = desk.noun(f"{folder}/{HEAD}", Agency)
    if not desk.has(f"{folder}/{HEAD}"):
        desk.report([LoadRule.FILE_MISSING.at(Source(f"{folder}/{HEAD}"))])
    contribution = desk.noun(f"{folder}/{CONTRIBUTION}", Contribution)
    for path in desk.listing.below(folder):
        desk.note(path)
    if agency and agency.id != name:
        desk.report([LoadRule.FOLDER_NAME.at(agency.at("id"), agency.id, name, folder=name, id=agency.id)])
    if contribution and contribution.agency != name:
        place = contribution.at("agency")
        desk.report([LoadRule.FOLDER_NAME.at(place, contribution.agency, name, folder=name, id=contribution.agency)])
    if agency and programme:
        desk.report(spoken(agency, programme))
        languages = Languages(programme, ()).of(agency.languages)
        desk.report(text_problems(agency, languages))
        desk.report(text_problems(contribution, languages) if contribution else ())
    desk.report(beyond_measure(contribution) if contribution else ())
    return agency, contribution
