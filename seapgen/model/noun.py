"""What all nouns that come from files share."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, TypeAlias

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PrivateAttr, ValidationInfo

from seapgen.model.source import Origin, Source

ID_PATTERN = r"^[a-z0-9][a-z0-9_-]{0,63}$"
ACTION_PATTERN = r"^A[0-9]{1,4}$"
LANGUAGE_PATTERN = r"^[a-z]{2,3}$"
COUNTRY_PATTERN = r"^[A-Z]{2}$"


def _decimal(value: object, info: ValidationInfo) -> object:
    """Whole numbers of YAML are decimals too; a truth value is no number. JSON has decimals as texts."""
    if info.mode == "json" and isinstance(value, str):
        return Decimal(value)
    return Decimal(value) if isinstance(value, int) and not isinstance(value, bool) else value


Id: TypeAlias = Annotated[str, Field(pattern=ID_PATTERN)]
ActionId: TypeAlias = Annotated[str, Field(pattern=ACTION_PATTERN)]
LanguageCode: TypeAlias = Annotated[str, Field(pattern=LANGUAGE_PATTERN)]
CountryCode: TypeAlias = Annotated[str, Field(pattern=COUNTRY_PATTERN)]
Year: TypeAlias = Annotated[int, Field(ge=1900, le=2200)]
Number: TypeAlias = Annotated[Decimal, BeforeValidator(_decimal), Field(allow_inf_nan=False)]
ByLanguage: TypeAlias = Mapping[LanguageCode, str]  # a text that a reader sees, one for each language


class Noun(BaseModel):
    """A frozen record of an input file that knows where it stands; unknown keys are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, populate_by_name=True)

    _origin: Origin = PrivateAttr(default_factory=lambda: Origin(""))

    def at(self, name: str) -> Source:
        """The place of one field in the input."""
        private = self.__pydantic_private__  # asked directly: the way of a private attribute through pydantic is long
        origin: Origin = private["_origin"] if private else self._origin
        return origin.at(name)

    @property
    def here(self) -> Source:
        """The place of the record in the input."""
        return self._origin.source
