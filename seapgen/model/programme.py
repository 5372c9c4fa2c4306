"""A programme: what `programme.yaml`, the agencies' files and the shared prose say, with its municipalities."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from pydantic import Field

from seapgen.model.factors import FactorSet
from seapgen.model.gallery import EMPTY_GALLERY, Gallery
from seapgen.model.municipality import Municipality
from seapgen.model.noun import ActionId, ByLanguage, CountryCode, Id, LanguageCode, Noun, Number, Year
from seapgen.model.vocabulary import AgencyRole, TargetBasis

Texts: TypeAlias = Mapping[str, Mapping[str, str]]  # section id -> language -> Markdown as people wrote it


class Deadlines(Noun):
    """Until when a municipality shall have reached a stage."""

    returned: date | None = None
    checked: date | None = None
    approved: date | None = None


class Funding(Noun):
    """The funding line of every imprint."""

    text: ByLanguage
    grant: str | None = None
    disclaimer: ByLanguage | None = None
    logos: tuple[str, ...] = ()


class Economics(Noun):
    """Assumptions of the abatement cost."""

    discount_rate_pct: Number = Field(ge=0, le=100)
    energy_price_eur_per_mwh: Mapping[str, Number] = Field(default_factory=dict)


class GroupTarget(Noun):
    """The common aim of a group's strategy paper."""

    reduction_pct: Number = Field(gt=0, le=100)
    target_year: Year
    basis: TargetBasis = TargetBasis.ABSOLUTE


class Aim(Noun):
    """A further aim of a group that is not CO2."""

    id: Id
    text: ByLanguage


class Strategy(Noun):
    """A group's signed strategy paper."""

    signed_on: date | None = None
    signatories: tuple[Id, ...] = ()
    base_year: Year | None = None
    target: GroupTarget | None = None
    aims: tuple[Aim, ...] = ()


class JointPlan(Noun):
    """One SEAP of several municipalities inside a group (options 1 and 2 of the Covenant)."""

    id: Id
    members: tuple[Id, ...]
    option: Literal[1, 2]


class Group(Noun):
    """A City_SEC: municipalities with a common strategy."""

    id: Id
    name: ByLanguage
    country: CountryCode
    languages: tuple[LanguageCode, ...] = Field(min_length=1)
    agency: Id | None = None
    colour: int | None = Field(default=None, ge=1, le=12)
    strategy: Strategy | None = None
    joint_plans: tuple[JointPlan, ...] = ()


class Foreword(Noun):
    """Who signs the foreword of the publication."""

    author: ByLanguage


class Publication(Noun):
    """Settings of the consolidated publication."""

    foreword: Foreword | None = None


class ProgrammeHead(Noun):
    """`programme.yaml`. The first language is the language of reference."""

    schema_: Literal[1] = Field(alias="schema")
    id: Id
    title: ByLanguage
    languages: tuple[LanguageCode, ...] = Field(min_length=1)
    issue_date: date
    coordinator: Id | None = None
    deadlines: Deadlines | None = None
    funding: Funding | None = None
    economics: Economics | None = None
    groups: tuple[Group, ...] = ()
    publication: Publication | None = None


class Contact(Noun):
    """How to reach an agency."""

    email: str | None = None
    web: str | None = None
    address: str | None = None
    telephone: str | None = None


class Agency(Noun):
    """`agency.yaml`: an agency with its roles."""

    id: Id
    name: ByLanguage
    roles: tuple[AgencyRole, ...] = ()
    country: CountryCode
    languages: tuple[LanguageCode, ...] = Field(min_length=1)
    contact: Contact | None = None


class Affected(Noun):
    """How many of how many municipalities a barrier met."""

    count: int = Field(ge=0)
    of: int = Field(ge=1)


class Experience(Noun):
    """One answer to the questionnaire."""

    id: str
    theme: Id
    stage: Literal["accession", "baseline", "plan", "approval", "finance", "implementation", "monitoring"]
    barrier: ByLanguage
    affected: Affected | None = None
    severity: int | None = Field(default=None, ge=1, le=3)
    tried: ByLanguage | None = None
    result: ByLanguage | None = None
    may_name: bool = False


class GoodPractice(Noun):
    """A measure that others may copy."""

    id: str
    title: ByLanguage
    municipalities: tuple[Id, ...] = ()
    actions: tuple[str, ...] = ()


class Evidence(Noun):
    """What a recommendation rests on; exactly one kind an entry."""

    metric: str | None = None
    scope: str | None = None
    stated: Number | None = None
    municipalities: tuple[Id, ...] = ()
    actions: tuple[str, ...] = ()
    experience: str | None = None


class Recommendation(Noun):
    """What an agency asks of policy."""

    id: str
    theme: Id
    audience: tuple[Literal["eu", "national", "regional", "local"], ...] = Field(min_length=1)
    priority: int = Field(ge=1, le=3)
    text: ByLanguage
    evidence: tuple[Evidence, ...] = ()


class Contribution(Noun):
    """`recommendations.yaml`: an agency's experience and recommendations."""

    agency: Id
    experience: tuple[Experience, ...] = ()
    good_practices: tuple[GoodPractice, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()


class Accepted(Noun):
    """A finding that a person has looked at: it becomes a printed remark."""

    code: str
    municipality: Id | None = None
    place: str | None = None
    reason: ByLanguage
    by: str
    on: date


class Image(Noun):
    """A picture with all that must be known before it is printed; its owner is named, or told by the folder it lies in."""

    file: str
    role: Literal["crest", "cover", "map", "logo", "figure"]
    alt: ByLanguage
    caption: ByLanguage | None = None
    credit: str
    licence: str
    municipality: Id | None = None
    group: Id | None = None

    @property
    def home(self) -> str:
        """The municipality in whose folder it lies, or empty."""
        folder, _, rest = self.file.partition("/")
        return rest.partition("/")[0] if folder == "municipalities" and "/" in rest else ""

    @property
    def owner(self) -> str:
        """The municipality that it belongs to; empty where it is a group's or the programme's."""
        return self.municipality or ("" if self.group else self.home)


@dataclass(frozen=True, slots=True)
class Programme:
    """Everything that was handed in, read and placed; nothing computed."""

    head: ProgrammeHead
    municipalities: tuple[Municipality, ...] = ()
    agencies: tuple[Agency, ...] = ()
    contributions: tuple[Contribution, ...] = ()
    accepted: tuple[Accepted, ...] = ()
    images: tuple[Image, ...] = ()
    texts: Texts | None = None  # sections of the programme's own prose files
    factor_sets: tuple[FactorSet, ...] = ()  # the programme's own, beside the official ones
    files: tuple[str, ...] = ()  # every input file, relative, sorted
    gallery: Gallery = EMPTY_GALLERY  # what a document shows: filled for each one, because pictures are heavy

    def municipality(self, id_: str) -> Municipality | None:
        """The municipality of an id."""
        return next((m for m in self.municipalities if m.head.id == id_), None)

    def agency(self, id_: str | None) -> Agency | None:
        """The agency of an id."""
        return next((a for a in self.agencies if a.id == id_), None)

    def group(self, id_: str | None) -> Group | None:
        """The group of an id."""
        return next((g for g in self.head.groups if g.id == id_), None)

    def joint_plan(self, id_: str) -> JointPlan | None:
        """The joint plan whose folder an id names; it is no municipality when municipalities are counted."""
        return next((p for p in self._joint_plans() if p.id == id_), None)

    def joint_plan_of(self, member: str) -> JointPlan | None:
        """The joint plan that a municipality takes part in."""
        return next((p for p in self._joint_plans() if member in p.members), None)

    def members(self, group: str) -> tuple[Municipality, ...]:
        """The municipalities of a group, without the folders of joint plans."""
        return tuple(m for m in self.towns() if m.head.group == group)

    def towns(self) -> tuple[Municipality, ...]:
        """All municipalities, without the folders of joint plans."""
        joint = {p.id for p in self._joint_plans()}
        return tuple(m for m in self.municipalities if m.id not in joint)

    def plans(self) -> tuple[Municipality, ...]:
        """Those with a plan of their own: joint plans, and municipalities that take part in none."""
        inside = {member for p in self._joint_plans() for member in p.members} - {p.id for p in self._joint_plans()}
        return tuple(m for m in self.municipalities if m.id not in inside)

    def _joint_plans(self) -> Iterator[JointPlan]:
        return (p for g in self.head.groups for p in g.joint_plans)


def action_reference(municipality: str, action: ActionId) -> str:
    """An action's id outside its municipality's folder: `montelago/A01`."""
    return f"{municipality}/{action}"
