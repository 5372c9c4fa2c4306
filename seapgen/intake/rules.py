"""Every finding of the load stage: its code, how bad it is, the fact and the way out. Codes never change their meaning.

`fact` and `way_out` are patterns; `LoadRule.X.at(place, name=…)` fills them. The documentation lists this table.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum

from seapgen.intake.guards.characters import LONGEST_QUOTE, shown
from seapgen.model.finding import Finding, Severity, Stage
from seapgen.model.message import Message, Value, Verbatim, msg
from seapgen.model.source import Source

LONGEST_LIST = 600  # letters of a list of allowed words
_FOLDER_OF_RETURNS = "municipalities/"


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that can be wrong; `fact` and `way_out` have slots that the finding fills."""

    code: str
    severity: Severity
    fact: Message
    way_out: Message | None = None
    stage: Stage = Stage.LOAD


ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO


class LoadRule(Enum):
    """The rules of intake by name; `L…` is the data, `T8…` the theme."""

    # Files and their letters
    FILE_MISSING = Rule("L1", ERROR, msg("The file is missing."), msg("Add it, or take the folder away."))
    FILE_TOO_LARGE = Rule("L2", ERROR, msg("The file is larger than {limit} bytes."),
                          msg("Split it, or take out what is no data."))  # fmt: skip
    TOO_MANY_FILES = Rule("L3", ERROR, msg("The folder holds more than {limit} files or is nested deeper than {depth} folders."),
                          msg("Keep only the programme in its folder."))  # fmt: skip
    LINK_REFUSED = Rule("L4", ERROR, msg("The link leaves the programme folder or points to a folder."),
                        msg("Copy what it points to into the programme."))  # fmt: skip
    FILE_UNREADABLE = Rule("L5", ERROR, msg("The file cannot be read."),
                           msg("See that it is an ordinary file and that you may read it."))  # fmt: skip
    NAMES_CLASH = Rule("L6", ERROR, msg("“{name}” and “{other}” are the same name on some computers."),
                       msg("Rename one of them."))  # fmt: skip
    NOT_UTF8 = Rule("L7", ERROR, msg("The text is not UTF-8 from here on."), msg("Save it as UTF-8; Excel calls it “CSV UTF-8”."))
    FORBIDDEN_CHARACTER = Rule("L8", ERROR, msg("The character {name} is not allowed: it is invisible or has no agreed meaning."),
                               msg("Delete it."))  # fmt: skip
    FILE_UNKNOWN = Rule("L9", INFO, msg("The file is not part of a return; nobody reads it."), msg("Check its name: {names}."))
    FOLDER_NAME = Rule("L10", ERROR, msg("It is called “{folder}”, the id inside is “{id}”."),
                       msg("Give both the same name."))  # fmt: skip
    RESERVED_NAME = Rule("L11", ERROR, msg("“{id}” cannot be the name of a file or folder on every computer."),
                         msg("Choose another id."))  # fmt: skip
    UNSAFE_PATH = Rule("L12", ERROR, msg("“{path}” is not a path inside the programme folder."),
                       msg("Write it from the programme folder, with forward slashes."))  # fmt: skip
    MANY_FINDINGS = Rule("L13", ERROR, msg("There are more problems in this file; the first {limit} are listed."),
                         msg("Mend these and check again."))  # fmt: skip

    # YAML
    YAML_MALFORMED = Rule("L20", ERROR, msg("The file is not valid YAML here."),
                          msg("Check indentation, colons, brackets and quotes."))  # fmt: skip
    DUPLICATE_KEY = Rule("L21", ERROR, msg("The key “{name}” stands twice; first in line {first}."), msg("Keep one of them."))
    ALIAS = Rule("L22", ERROR, msg("Anchors (&) and aliases (*) are not allowed."),
                 msg("Write the value out; quote a text that begins so."))  # fmt: skip
    TAG = Rule("L23", ERROR, msg("Tags (!) and directives (%) are not allowed."),
               msg("Leave it out; quote a text that begins so."))  # fmt: skip
    TOO_DEEP = Rule("L24", ERROR, msg("The file is nested deeper than {limit} levels."),
                    msg("Follow the structure of the manual."))  # fmt: skip
    TWO_READINGS = Rule("L25", ERROR, msg("“{value}” can be read in two ways."),
                        msg("Quote it if it is a text; write plain decimal digits if it is a number."))  # fmt: skip
    SECOND_DOCUMENT = Rule("L26", ERROR, msg("A second YAML document begins here."),
                           msg("Keep one document a file; take out “---”."))  # fmt: skip
    TOO_MANY_VALUES = Rule("L27", ERROR, msg("The file holds more than {limit} values."),
                           msg("Put data of this size into tables."))  # fmt: skip
    FILE_EMPTY = Rule("L28", ERROR, msg("The file is empty."), msg("Fill it, or delete it."))
    NO_REAL_DATE = Rule("L29", ERROR, msg("“{value}” is no date of the calendar."), msg("Write year, month and day: 2013-03-18."))

    # Records
    MISSING = Rule("L30", ERROR, msg("“{name}” is missing."), msg("Add it."))
    UNKNOWN_KEY = Rule("L31", ERROR, msg("“{name}” is not known here."), msg("Nearest to it: {names}."))
    WRONG_KIND = Rule("L32", ERROR, msg("“{name}” is not of the right kind."), msg("Expected: {expected}."))
    NOT_IN_LIST = Rule("L33", ERROR, msg("“{value}” is none of the values that “{name}” may have."), msg("Allowed: {names}."))
    OUT_OF_RANGE = Rule("L34", ERROR, msg("“{name}” is out of range."), msg("Allowed: {limit}."))
    BAD_FORM = Rule("L35", ERROR, msg("“{value}” is not a well-formed {what}."), msg("Its pattern: {pattern}."))
    TOO_FEW = Rule("L36", ERROR, msg("“{name}” needs at least one entry."))
    NEEDS_QUOTES = Rule("L37", ERROR, msg("“{name}” must be a text; {value} without quotes is none."),
                        msg("Write it in quotes: \"{value}\"."))  # fmt: skip
    INVALID = Rule("L38", ERROR, msg("“{name}” cannot be used as it is."), msg("Compare it with the manual."))
    NO_VALUE = Rule("L39", ERROR, msg("“{name}” has no value."), msg("Give one, or take the key away."))

    # Tables
    CSV_MALFORMED = Rule("L40", ERROR,
                         msg("The table cannot be read from here on: a quotation mark is misplaced or never closed."),
                         msg("Double a quotation mark inside a field, and put the field into quotation marks."))  # fmt: skip
    COLUMN_MISSING = Rule("L41", ERROR, msg("The column “{name}” is missing."), msg("Columns of this table: {names}."))
    COLUMN_UNKNOWN = Rule("L42", ERROR, msg("The column “{name}” is not known."), msg("Nearest to it: {names}."))
    COLUMN_TWICE = Rule("L43", ERROR, msg("The column “{name}” stands twice."), msg("Keep one of them."))
    FIELD_COUNT = Rule("L44", ERROR, msg("The row has {found} fields, the head has {expected}."),
                       msg("A comma inside a field needs quotation marks around the field."))  # fmt: skip
    NOT_A_NUMBER = Rule("L45", ERROR, msg("“{value}” in “{name}” is not a number."),
                        msg("Write digits only; the unit has its own column."))  # fmt: skip
    AMBIGUOUS_NUMBER = Rule("L46", ERROR, msg("“{value}” can be read as {one} or as {other}. Which is it?"),
                            msg("Write it as {plain} or {decimal}, or say “csv: {hint}” in municipality.yaml."))  # fmt: skip
    MIXED_DECIMALS = Rule("L47", ERROR, msg("“{value}” has another decimal mark than {other}."),
                          msg("Use one decimal mark in a file."))  # fmt: skip
    VALUE_AND_NOTATION = Rule(
        "L48", ERROR, msg("The row has both a quantity and a notation key."),
        msg("Keep one of them. Only C may have a quantity beside it: it counts in sums and is never shown."),
    )  # fmt: skip
    VALUE_MISSING = Rule("L49", ERROR, msg("The row has no value, and nothing says why."),
                         msg("Give a quantity, or NO, NE, IE or C as notation where the table has one."))  # fmt: skip
    ROW_TWICE = Rule("L50", ERROR, msg("The same key stands twice: {key}; first in {first}."),
                     msg("Add the rows up, or tell them apart."))  # fmt: skip
    NEGATIVE = Rule("L51", ERROR, msg("“{name}” is negative: {value}."),
                    msg("Only emissions of the sector afolu may be negative."))  # fmt: skip
    ABSURD = Rule("L52", ERROR, msg("“{name}” is beyond all measure: {value}."), msg("Check digits, decimal mark and unit."))
    TABLE_EMPTY = Rule("L53", WARNING, msg("The table has no rows."), msg("Fill it, or delete the file."))
    TOO_MANY_ROWS = Rule("L54", ERROR, msg("The table has more than {limit} rows."), msg("Add rows of the same kind up."))

    # Prose
    SECTION_UNKNOWN = Rule("L60", ERROR, msg("There is no section “{name}” in this file."), msg("Nearest to it: {names}."))
    SECTION_TWICE = Rule("L61", ERROR, msg("The section “{name}” stands twice; first in line {first}."),
                         msg("Put both texts together."))  # fmt: skip
    TEXT_BEFORE_SECTION = Rule("L62", ERROR, msg("There is text before the first section."),
                               msg("Begin with a line “# section.id”."))  # fmt: skip
    HTML_IN_PROSE = Rule("L63", INFO, msg("HTML is printed letter by letter, it is not interpreted."), msg("Use Markdown."))
    PICTURE_IN_PROSE = Rule("L64", INFO, msg("Pictures do not stand in prose; this one is not printed."),
                            msg("Describe it in images.yaml."))  # fmt: skip
    SECTION_EMPTY = Rule("L65", INFO, msg("The section “{name}” is empty; the default text is printed."))

    # Languages
    LANGUAGE_UNKNOWN = Rule("L70", ERROR, msg("“{language}” is not a language of the programme."),
                            msg("Languages of the programme: {names}."))  # fmt: skip
    TEXT_MISSING = Rule("L71", WARNING, msg("“{name}” has no text in the language {language}."),
                        msg("Translate it; --draft prints the language of reference, marked."), Stage.TRANSLATION)  # fmt: skip
    TEXT_UNUSED = Rule("L72", WARNING, msg("The text in “{language}” is not printed: that is no language of the programme."),
                       msg("Languages of the programme: {names}."))  # fmt: skip

    LANGUAGE_UNSUPPORTED = Rule("L73", ERROR, msg("seapgen cannot write in “{language}”."), msg("It can in: {names}."))

    LANGUAGE_WITHOUT_CATALOGUE = Rule("L74", ERROR,
                                      msg("There is no catalogue for “{language}”: nothing can be written in this language."),
                                      msg("Build in the others (--lang {names}), or go on without it (--keep-going)."),
                                      Stage.TRANSLATION)  # fmt: skip

    # What points to something else
    UNKNOWN_ID = Rule("L80", ERROR, msg("“{name}”: there is no “{id}”."), msg("Known: {names}."))
    ID_TWICE = Rule("L81", ERROR, msg("The id “{id}” is given twice; first in {first}."), msg("Give every entry its own id."))
    TARGET_BEFORE_BASE = Rule("L82", ERROR, msg("The target year {target} is not after the base year {base}."),
                              msg("Check both years."))  # fmt: skip
    BASE_WITHOUT_INVENTORY = Rule("L83", ERROR, msg("There is no inventory of the target’s base year {year}."),
                                  msg("Declare it under inventories, or correct the year."))  # fmt: skip
    YEAR_UNDECLARED = Rule("L84", ERROR, msg("The inventory year {year} is not declared in municipality.yaml."),
                           msg("Declared: {names}."))  # fmt: skip
    FACTOR_SET_UNKNOWN = Rule("L85", ERROR, msg("There is no factor set “{id}”."), msg("Known: {names}."))
    SOURCE_UNKNOWN = Rule("L86", ERROR, msg("The source “{id}” is not described under sources in municipality.yaml."),
                          msg("Known: {names}."))  # fmt: skip
    FACTOR_SET_MISSING = Rule("L87", ERROR, msg("The inventory of {year} names no factor set."),
                              msg("Name one; a return of sector totals may give approach and unit instead."))  # fmt: skip
    WRONG_TABLE = Rule("L88", ERROR, msg("The sector “{sector}” does not belong into this table."),
                       msg("It belongs into {table}."))  # fmt: skip
    WRONG_DETAIL = Rule("L89", ERROR, msg("The inventory of {year} is declared with detail “{detail}”; this table does not fit."),
                        msg("Change detail in municipality.yaml, or move the rows."))  # fmt: skip
    SCOPE_MISSING = Rule("L90", ERROR, msg("The return has emissions that do not come from energy, and the target has no scope."),
                         msg("Add scope: energy or scope: all."))  # fmt: skip
    PICTURE_UNDESCRIBED = Rule("L91", ERROR, msg("The picture “{file}” is not described in images.yaml."),
                               msg("Add its role, alternative text, credit and licence."))  # fmt: skip
    PICTURE_MISSING = Rule("L92", ERROR, msg("There is no file “{file}”."), msg("Add it, or correct its path."))
    PICTURE_REFUSED = Rule("L93", ERROR, msg("The picture “{file}” is damaged, or it is no PNG or JPEG, whatever its name says."),
                           msg("Save it as PNG or JPEG with at most {limit} megapixels."))  # fmt: skip
    PICTURE_TOO_LARGE = Rule("L99", ERROR, msg("The picture “{file}” has {value} megapixels."),
                             msg("Save it smaller: at most {limit} megapixels are taken."))  # fmt: skip
    PICTURE_DRAWING = Rule("L100", ERROR, msg("“{file}” is an SVG drawing: it can hold programs and fetch other files."),
                           msg("Export it as PNG, {side} points wide."))  # fmt: skip
    PICTURE_MOVES = Rule("L101", ERROR, msg("The picture “{file}” moves."), msg("Save one of its frames as PNG."))
    PICTURE_TERMS = Rule("L106", ERROR, msg("“{name}” of the picture “{file}” is empty."),
                         msg("Say what it shows, whose it is and on what terms it may be printed;"
                             " without that it is not."))  # fmt: skip
    PICTURE_OWNER = Rule("L104", WARNING, msg("Nothing says whose picture “{file}” is, so it is not printed."),
                         msg("Put it into the folder of its municipality, or add municipality or group."))  # fmt: skip
    PICTURE_SECOND = Rule("L105", ERROR, msg("“{file}” is a second picture with the role “{role}”; the first is “{first}”."),
                          msg("Keep one of them, or make one a figure."))  # fmt: skip
    PICTURE_ELSEWHERE = Rule("L107", ERROR, msg("“{file}” lies in the folder of “{id}”, and others shall show it."),
                             msg("Move it out of the folder, or leave it to the municipality and its group."))  # fmt: skip
    EVIDENCE_KIND = Rule("L94", ERROR, msg("A piece of evidence names exactly one thing it rests on."),
                         msg("One of: {names}."))  # fmt: skip
    ACTION_WITHOUT_TITLE = Rule("L95", ERROR, msg("The action has neither a title nor a key of the library."),
                                msg("Give one of them."))  # fmt: skip

    LIBRARY_KEY = Rule("L103", ERROR, msg("“{value}” is no key of the action library."),
                       msg("Nearest to it: {names}. “seapgen library” lists them all."))  # fmt: skip

    # Groups, joint plans, agencies
    IN_TWO_GROUPS = Rule("L110", ERROR, msg("“{id}” stands in the group “{name}” and in the group “{other}”, there in {first}."),
                         msg("Keep it in one of them."))  # fmt: skip
    GROUP_ELSEWHERE = Rule("L111", ERROR, msg("The group here is “{id}”; {first} puts the municipality into “{name}”."),
                           msg("Name the same group in both places."))  # fmt: skip
    GROUP_UNNAMED = Rule("L112", ERROR, msg("No group is named here; {first} puts the municipality into “{name}”."),
                         msg("Add “group: {name}”, or take it out there."))  # fmt: skip
    NO_MUNICIPALITY = Rule("L113", ERROR, msg("“{id}” is a joint plan, not a municipality."), msg("Name its members instead."))
    JOINT_OF_ONE = Rule("L114", ERROR, msg("The joint plan “{id}” has fewer than two members."),
                        msg("Name the other municipalities, or let the one have a plan of its own."))  # fmt: skip
    IN_TWO_PLANS = Rule("L115", ERROR, msg("“{id}” is a member of the joint plan “{name}” and of the joint plan “{other}”."),
                        msg("Keep it in one of them."))  # fmt: skip
    OWN_TARGET_MISSING = Rule("L116", WARNING,
                              msg("“{id}” has no target of its own; option 1 of the joint plan “{name}” asks for it."),
                              msg("Add it under targets in its municipality.yaml, or choose option 2."))  # fmt: skip
    OWN_TARGET_UNUSED = Rule("L117", WARNING,
                             msg("These targets are not used: the joint plan “{name}” has option 2, one target for all."),
                             msg("Take them away, or choose option 1."))  # fmt: skip
    CONTACT_MISSING = Rule("L118", WARNING, msg("Nothing says how the agency “{id}” can be reached."),
                           msg("Give an email, telephone, address or web site under contact."))  # fmt: skip
    RETURN_MISSING = Rule("L119", WARNING, msg("The return is missing: no inventory is declared, so there is no plan to print."),
                          msg("Declare the inventory under inventories and add its tables."), Stage.INVENTORY)  # fmt: skip
    RETURN_DUE = Rule("L120", WARNING,
                      msg("The return, due on {date}, is missing: no inventory is declared, so there is no plan to print."),
                      msg("Declare the inventory under inventories and add its tables."), Stage.INVENTORY)  # fmt: skip
    OWN_PLAN_UNUSED = Rule("L121", WARNING, msg("These actions are not printed: the municipality is in the joint plan “{name}”."),
                           msg("Move them into the folder of the joint plan."))  # fmt: skip

    # Reference data
    REFERENCE_HEAD = Rule("L96", ERROR, msg("The head of the file lacks “{name}”, or its value cannot be used."),
                          msg("Write a line “# {name}: …” above the table."))  # fmt: skip
    TOML_MALFORMED = Rule("L97", ERROR, msg("The file is not valid TOML."), msg("Compare it with the one that is shipped."))
    THRESHOLD_FORM = Rule("L98", ERROR, msg("“{name}” is not a number in quotes."), msg('Write it as text: "0.05".'))
    RULE_ENTRY = Rule("L102", ERROR, msg("The entry “{name}” of the table of rules cannot be used."),
                      msg("Give columns, source, severity and stage; cite works that are listed under sources."))  # fmt: skip

    # Theme
    THEME_MALFORMED = Rule("T80", ERROR, msg("The theme cannot be read."),
                           msg("Check it against the one that is shipped."), Stage.TEMPLATE)  # fmt: skip
    THEME_KEY = Rule("T81", ERROR, msg("“{name}” is not part of a theme."), msg("Nearest to it: {names}."), Stage.TEMPLATE)
    THEME_COLOUR = Rule("T82", ERROR, msg("“{name}” is no colour."), msg("Write it as #RRGGBB."), Stage.TEMPLATE)
    THEME_CONTRAST = Rule("T83", ERROR,
                          msg("“{name}” on “{ground}” has a contrast of {value}; at least {limit} is needed to read it."),
                          msg("Make one of the two colours darker or lighter."), Stage.TEMPLATE)  # fmt: skip
    THEME_FONT = Rule("T84", ERROR, msg("The fonts of the theme cannot be used."),
                      msg("Give text = [\"…\"] and fallback = \"…\" with plain names."), Stage.TEMPLATE)  # fmt: skip
    THEME_INCOMPLETE = Rule("T85", ERROR, msg("The theme lacks “{name}”."), msg("Add it."), Stage.TEMPLATE)
    THEME_LOGO = Rule("T86", ERROR, msg("The logo cannot be used."), msg("Give a PNG or JPEG beside the theme."), Stage.TEMPLATE)
    THEME_NAMES = Rule("T87", ERROR, msg("The name of the organisation cannot be used."),
                       msg("Write organisation = \"…\", or below [names.organisation] one for each language: en = \"…\"."),
                       Stage.TEMPLATE)  # fmt: skip
    THEME_FONT_FILE = Rule("T88", ERROR, msg("The PDF has no file of the font “{name}”."),
                           msg("Put its .ttf or .otf files into the folder fonts beside the theme, or choose: {names}."),
                           Stage.TEMPLATE)  # fmt: skip
    FONT_UNUSABLE = Rule("T89", ERROR,
                         msg("The font file cannot be used: it is damaged, too large, or its licence forbids embedding."),
                         msg("Give .ttf or .otf files of at most {limit} bytes that may be embedded."),
                         Stage.TEMPLATE)  # fmt: skip

    # Texts of an agency's own blanks
    TEXTS_MALFORMED = Rule("T90", ERROR, msg("The texts cannot be read. {reason}"),
                           msg("Compare the file with the manual of the stationery."), Stage.TEMPLATE)  # fmt: skip
    TEXTS_NAME = Rule("T91", ERROR, msg("“{name}” cannot be the name of a blank."),
                      msg("Use small letters, digits and _, and begin with a letter."), Stage.TEMPLATE)  # fmt: skip
    TEXTS_FORM = Rule("T92", ERROR, msg("“{name}” is not what it should be."),
                      msg("A blank has one text for each language; keep is a list of texts."), Stage.TEMPLATE)  # fmt: skip

    @property
    def code(self) -> str:
        """The stable code that users see."""
        return self.value.code

    def at(self, place: Source, value: str = "", limit: str = "", /, **values: Value | str) -> Finding:
        """The finding at a place; `value` and `limit` are what was found and what is allowed, also as slots."""
        slots: dict[str, Value] = {}
        for name, slot in values.items():
            longest = LONGEST_LIST if name == "names" else LONGEST_QUOTE
            slots[name] = Verbatim(shown(slot, longest)) if isinstance(slot, str) else slot
        found, allowed = Verbatim(shown(value)), Verbatim(limit)
        slots |= {"value": found, "limit": allowed}
        return Finding(
            self.value.code, self.value.stage, self.value.severity, place, _filled(self.value.fact, slots),
            municipality=_municipality(place), value=found if value else None, limit=allowed if limit else None,
            proposal=_filled(self.value.way_out, slots) if _is_useful(self.value.way_out, slots) else None,
        )  # fmt: skip


def _filled(pattern: Message | None, slots: Mapping[str, Value]) -> Message:
    """The pattern with those values that it has a slot for."""
    assert pattern is not None
    used = sorted((name, value) for name, value in slots.items() if f"{{{name}}}" in pattern.text)
    return replace(pattern, values=tuple(used))


def _is_useful(way_out: Message | None, slots: Mapping[str, Value]) -> bool:
    """A way out that would name nothing ("Nearest to it: .") is left out."""
    return way_out is not None and not ("{names}" in way_out.text and slots.get("names", Verbatim("")) == Verbatim(""))


def _municipality(place: Source) -> str:
    """The id of the return that a file belongs to, from its folder."""
    return place.file.split("/")[1] if place.file.startswith(_FOLDER_OF_RETURNS) and place.file.count("/") > 1 else ""
