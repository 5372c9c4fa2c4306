"""Cover, council note, profile and imprint."""

from __future__ import annotations

from seapgen.compose.outline import ChapterOutline, section_block
from seapgen.compose.seap import pictures
from seapgen.compose.seap.inventory_tables import Blocks
from seapgen.compose.seap.joint import member_names
from seapgen.compose.seap.panels import profile_facts
from seapgen.compose.seap.reality import reality
from seapgen.compose.seap.subject import Subject, sector_term
from seapgen.model.document import Cover, Fact, Imprint, Note, Profile, Signature, StripePart
from seapgen.model.inline import Link, Planned
from seapgen.model.message import Figure, Message, Place, Verbatim, Words, msg

Line = tuple[Planned, ...]


def organisation(subject: Subject) -> Line:
    """Who publishes the draft: the agency, else the municipality."""
    return (Words(subject.agency.name),) if subject.agency else (official(subject),)


def official(subject: Subject) -> Place:
    """The municipality's official name as a line of its own."""
    place = subject.place
    return Place(place.name, place.forms, place.country, "official")


def issued(subject: Subject) -> Figure:
    """The date printed on everything."""
    return subject.everything.facts["issue_date"].figure


def product_title() -> Message:
    """What the document is."""
    return msg("Sustainable Energy Action Plan")


def cover(subject: Subject) -> Cover[Planned]:
    """The first page."""
    year_label = msg("Baseline year") if subject.is_baseline else msg("Inventory year")
    approved = subject.get("covenant.approved_on")
    status: Line = (msg("Approved by the council"),) if approved else (msg("Draft for the council"),)
    names = member_names(subject)
    facts = (
        *((Fact[Planned]((msg("Joint plan of"),), (names,)),) if names else ()),
        Fact[Planned]((msg("Prepared by"),), organisation(subject)),
        Fact[Planned]((msg("Date"),), (issued(subject),)),
        Fact[Planned]((year_label,), (subject.inv("year"),)),
    )
    return Cover(
        (msg("Covenant of Mayors"),),
        (Words(subject.municipality.head.name, is_name=True),),
        (product_title(),),
        organisation(subject),
        status,
        facts,
        provenance(subject),
        pictures.crest(subject),
        pictures.cover_photo(subject),
    )


def provenance(subject: Subject) -> Line:
    """One line on what is real in this document."""
    if subject.is_illustrative:
        return (msg("The place and all figures in this document are invented to show how it works."),)
    if subject.has_illustrative_actions and subject.municipality.actions:
        return (reality(subject),)
    return (msg("The band of colour shows each sector’s share of the emissions."),)


def wants_note(subject: Subject) -> bool:
    """Whether the council still has to decide, or somebody wrote it a note."""
    texts = subject.municipality.texts.get("council.note", {})
    return subject.get("covenant.approved_on") is None or any(t.strip() for t in texts.values())


def note(subject: Subject, outline: ChapterOutline) -> Note[Planned]:
    """The note to the council, with its facts and room for signatures."""
    facts = [Fact[Planned]((msg("Subject"),), (msg("Adoption of the Sustainable Energy Action Plan"),))]
    target = subject.target
    if target and (year := subject.get(f"target.{target.target_year}.year")):
        facts.append(Fact((msg("Target year"),), (year,)))
    facts.append(Fact((msg("Date of the draft"),), (issued(subject),)))
    place = subject.place
    head = Place(place.name, place.forms, place.country, "head")
    has_forms = bool(place.forms)
    signatures = (
        Signature[Planned]((head if has_forms else msg("The mayor"),), (official(subject),)),
        Signature[Planned]((msg("The secretary of the council"),), (official(subject),)),
    )
    return Note(outline.id, outline.title, (msg("Draft for discussion"),), tuple(facts), outline.blocks, signatures)


def profile(subject: Subject, charts: Blocks) -> Profile[Planned] | None:
    """The municipality at a glance, where there is a text about its territory or a picture of it."""
    texts = subject.municipality.texts.get("territory.description", {})
    is_told, shown = any(t.strip() for t in texts.values()), pictures.figures(subject)
    if not is_told and not shown:
        return None
    section = section_block("territory.description", (msg("The territory"),), texts) if is_told else None
    return Profile(
        "profile",
        (Words(subject.municipality.head.name, is_name=True),),
        (msg("Profile of the municipality"),),
        _lead(subject),
        profile_facts(subject),
        (section,) if section else (),
        (*shown, *charts),
        pictures.crest(subject),
    )


def _lead(subject: Subject) -> Line:
    energy, emissions = subject.inv_get("energy_mwh_per_capita"), subject.inv_get("emissions_energy_t_per_capita")
    if energy is None or emissions is None:
        return ()
    return (
        msg(
            "In {year} the territory used {energy} for every inhabitant and emitted {emissions}.",
            year=subject.inv("year"),
            energy=energy,
            emissions=emissions,
        ),
    )


def imprint(subject: Subject) -> Imprint[Planned]:
    """Who made this, with whose money, when."""
    programme, agency = subject.programme.head, subject.agency
    entries = [Fact[Planned]((msg("Publisher"),), organisation(subject))]
    if agency and agency.contact:
        contact = agency.contact
        lines: list[Planned] = []
        for text in (contact.address, contact.telephone):
            lines += [Verbatim(text), Verbatim(" · ")] if text else []
        if contact.email:
            lines += [Link(f"mailto:{contact.email}", (Verbatim(contact.email),)), Verbatim(" · ")]
        if contact.web:
            lines += [Link(contact.web, (Verbatim(contact.web),)), Verbatim(" · ")]
        entries.append(Fact((msg("Contact"),), tuple(lines[:-1])))
    entries += [Fact((msg("Programme"),), (Words(programme.title),)), Fact((msg("Date"),), (issued(subject),))]
    entries += _funding(subject)
    entries += pictures.picture_credits(subject)
    entries += [
        Fact((msg("Data"),), provenance(subject))
        if subject.is_illustrative or subject.has_illustrative_actions
        else Fact((msg("Data"),), (msg("As handed in by the municipality and checked."),))
    ]
    entries.append(Fact((msg("Made with"),), (msg("seapgen, the publishing engine for municipal energy and climate plans"),)))
    return Imprint((msg("Imprint"),), tuple(entries), pictures.logos(subject))


def _funding(subject: Subject) -> list[Fact[Planned]]:
    funding = subject.programme.head.funding
    if funding is None:
        return []
    text: Line = (Words(funding.text), Verbatim(f" ({funding.grant})")) if funding.grant else (Words(funding.text),)
    found = [Fact[Planned]((msg("Funding"),), text)]
    return [*found, Fact((msg("Disclaimer"),), (Words(funding.disclaimer),))] if funding.disclaimer else found


def stripe(subject: Subject) -> tuple[StripePart[Planned], ...]:
    """One field for each sector, as wide as its share of energy-related emissions."""
    order = [s for s in subject.ranking if subject.inventory.emissions_t(s) > 0]
    return tuple(
        StripePart[Planned]((sector_term(s),), subject.inv(f"emissions_share_pct.{s}"), n) for n, s in enumerate(order, 1)
    )
