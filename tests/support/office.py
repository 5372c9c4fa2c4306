"""LibreOffice in tests: each run with a profile of its own, in a locale of its own."""

from __future__ import annotations

import subprocess
from pathlib import Path

from tests.support.tools import program

WORD = "docx:MS Word 2007 XML"
PDF = 'pdf:writer_pdf_Export:{"ExportBookmarksToPDFDestination":{"type":"boolean","value":"true"}}'
_SETTINGS = (
    '<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Setup/L10N">'
    '<prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>{locale}</value></prop></item></oor:items>'
)


def converted(paths: list[Path], form: str, folder: Path, locale: str = "en-US") -> list[Path]:
    """Files opened and saved in another form, or in the same; new ones in `folder`."""
    settings = folder / "profile" / "user" / "registrymodifications.xcu"
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_text(_SETTINGS.format(locale=locale))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [program("soffice"), profile, "--headless", "--convert-to", form, "--outdir", str(folder), *map(str, paths)]
    run = subprocess.run(command, check=False, capture_output=True, text=True, timeout=300)
    made = [folder / f"{path.stem}.{form.partition(':')[0]}" for path in paths]
    assert all(path.exists() for path in made), run.stderr
    return made
