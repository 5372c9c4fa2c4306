"""The translators' round.

`python -m seapgen.extraction` writes `locales/seapgen.pot` and updates every catalogue; `--check` changes nothing and fails on a
stale template or on a fault that the gate finds. A message whose English changed becomes fuzzy in the catalogues, and a fuzzy
message is refused; one that is gone is removed.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from seapgen import resources
from seapgen.extraction.gate import faults, glossary_hits
from seapgen.extraction.messages import messages
from seapgen.localise.language import SOURCE, available, load_language
from seapgen.localise.po import Found, template, updated
from seapgen.model.errors import BrokenTemplateError
from seapgen.model.finding import Finding


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the template and the catalogues, or only look; 1 where something is wrong."""
    parser = argparse.ArgumentParser(prog="python -m seapgen.extraction", description="Collect messages, update catalogues.")
    parser.add_argument("--check", action="store_true", help="change nothing; fail on faults or a stale template")
    parser.add_argument("--glossary", action="store_true", help="list where a translation leaves the glossary, to be read")
    parser.add_argument("--start", metavar="LANGUAGE", help="begin the catalogue of a language that has none")
    options = parser.parse_args(arguments)
    try:
        found = messages()
    except BrokenTemplateError as error:
        sys.stdout.writelines(f"{line}\n" for line in _printed(error.findings))
        return 1
    locales = resources.folder("locales")
    problems = _stale(locales, found) if options.check else _write(locales, found, options.start)
    problems += _faults(found)
    if options.glossary:
        sys.stdout.writelines(f"{hit}\n" for hit in _glossary(found))
    sys.stdout.writelines(f"{problem}\n" for problem in problems)
    sys.stdout.write(f"{len({each.message.key for each in found})} messages, {len(problems)} faults\n")
    return int(bool(problems))


def _write(locales: Path, found: Sequence[Found], new: str | None) -> list[str]:
    (locales / "seapgen.pot").write_bytes(template(found))
    for language in {*available(locales), new} - {SOURCE, None}:
        path = locales / str(language) / "LC_MESSAGES" / "seapgen.po"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(updated(path, str(language), found))
    return []


def _stale(locales: Path, found: Sequence[Found]) -> list[str]:
    path = locales / "seapgen.pot"
    is_fresh = path.is_file() and path.read_bytes() == template(found)
    return [] if is_fresh else ["locales/seapgen.pot: stale; run python -m seapgen.extraction"]


def _faults(found: Sequence[Found]) -> list[str]:
    sought = [each.message for each in found]
    return _printed([fault for language in available() for fault in faults(language, sought)])


def _printed(findings: Sequence[Finding]) -> list[str]:
    english = load_language(SOURCE)
    said = [(f, english.say(f.message), english.say(f.proposal) if f.proposal else "") for f in findings]
    return [f"{finding.source}: {fact} {way_out}".rstrip() for finding, fact, way_out in said]


def _glossary(found: Sequence[Found]) -> list[str]:
    sought = [each.message for each in found]
    return [hit for language in available() if language != SOURCE for hit in glossary_hits(language, sought)]


if __name__ == "__main__":
    sys.exit(main())
