"""Parts of a stationery as templates: Word's broken runs are mended by docxtpl, the blanks are Jinja's, in a sandbox."""

from __future__ import annotations

from collections.abc import Mapping

from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, Template, TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from lxml import etree


class UnfillableError(Exception):
    """A part that cannot be a template, or is no XML when it has been filled."""


def template_of(part: bytes) -> Template:
    """The template of a part. Raises UnfillableError."""
    environment = ImmutableSandboxedEnvironment(autoescape=True, undefined=StrictUndefined)
    try:
        return environment.from_string(DocxTemplate(None).patch_xml(part.decode()))
    except (TemplateError, UnicodeDecodeError) as error:
        raise UnfillableError(str(error)) from error


def tried(part: bytes, values: Mapping[str, str]) -> None:
    """Fill a part once. Raises UnfillableError with the reason why it cannot be filled."""
    try:
        etree.fromstring(template_of(part).render(values).encode(), etree.XMLParser(resolve_entities=False, no_network=True))
    except (TemplateError, etree.XMLSyntaxError) as error:
        raise UnfillableError(str(error)) from error
