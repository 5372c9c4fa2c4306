"""Makes the stationery of this example, as somebody at the agency would: opens the house's in LibreOffice, changes it, saves it.

Run by hand, with LibreOffice on the path: `python examples/own_letterhead/make_shell.py [TARGET.docx]`. The stationery that it
starts from is the one that `seapgen template new` hands out; the file that LibreOffice saves is committed as it is.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
HOUSE = HERE.parents[1] / "templates" / "stationery" / "default.docx"
TARGET = HERE / "agencies" / "valdora" / "stationery" / "default.docx"

MACRO = """
Const SENDER = "Energia Valdora \u00b7 Via Roma 1 \u00b7 00000 Roccalta"

Sub Make(source As String, target As String)
  On Error GoTo Failed
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden" : hidden(0).Value = True
  document = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
  Letterhead(document)
  Look(document.StyleFamilies.getByName("ParagraphStyles"))
  Chapters(document)
  Dim form(0) As New com.sun.star.beans.PropertyValue
  form(0).Name = "FilterName" : form(0).Value = "MS Word 2007 XML"
  document.storeToURL(target, form())
  document.close(True)
  StarDesktop.terminate()
  Exit Sub
Failed:
  Open ConvertFromURL(target) & ".error" For Output As #1
  Print #1, Error$ & " in line " & Erl
  Close #1
  StarDesktop.terminate()
End Sub

' The address above the running head of every page, the slogan in the foot.
Sub Letterhead(document)
  pages = document.StyleFamilies.getByName("PageStyles")
  For n = 0 To pages.Count - 1
    page = pages.getByIndex(n)
    If page.HeaderIsOn Then
      If InStr(page.HeaderText.String, "{{ running }}") > 0 Then Address(page.HeaderText)
    End If
    If page.FooterIsOn Then
      If InStr(page.FooterText.String, "{{ footer }}") = 1 Then Slogan(page.FooterText)
    End If
  Next n
End Sub

Sub Address(text)
  If InStr(text.String, SENDER) > 0 Then Exit Sub
  cursor = text.createTextCursor()
  cursor.gotoStart(False)
  text.insertString(cursor, SENDER & Chr(9) & "valdora.example", False)
  text.insertControlCharacter(cursor, com.sun.star.text.ControlCharacter.PARAGRAPH_BREAK, False)
  cursor.gotoStart(False)
  cursor.gotoEndOfParagraph(True)
  cursor.CharWeight = com.sun.star.awt.FontWeight.BOLD
  cursor.CharColor = RGB(91, 34, 69)
End Sub

Sub Slogan(text)
  If InStr(text.String, "{{ slogan }}") > 0 Then Exit Sub
  cursor = text.createTextCursor()
  cursor.gotoStart(False)
  ' before the last brace, so that the words look as the blank does
  cursor.goRight(Len("{{ footer }}") - 1, False)
  text.insertString(cursor, "} \u00b7 {{ slogan }", False)
End Sub

' Headings in a colour of their own, and a little more air above them.
Sub Look(styles)
  heading = styles.getByName("Heading 2")
  heading.CharColor = RGB(138, 75, 8)
  heading.ParaTopMargin = 800
  styles.getByName("Heading 3").CharColor = RGB(91, 34, 69)
End Sub

' Summary, plan and path first, then all other chapters, and a page of our own at the end.
Sub Chapters(document)
  search = document.createSearchDescriptor()
  search.SearchString = "{{p body }}"
  found = document.findFirst(search)
  text = document.Text
  cursor = text.createTextCursorByRange(found.Start)
  For Each id In Array("summary", "plan", "path")
    text.insertString(cursor, "[[chapter: " & id & "]]", False)
    text.insertControlCharacter(cursor, com.sun.star.text.ControlCharacter.PARAGRAPH_BREAK, False)
  Next id
  search.SearchString = "[[model page: imprint]]"
  found = document.findFirst(search)
  cursor = text.createTextCursorByRange(found.End)
  text.insertControlCharacter(cursor, com.sun.star.text.ControlCharacter.PARAGRAPH_BREAK, False)
  cursor.ParaStyleName = "Heading 2 Plain"
  text.insertString(cursor, "{{ about_title }}", False)
  text.insertControlCharacter(cursor, com.sun.star.text.ControlCharacter.PARAGRAPH_BREAK, False)
  cursor.ParaStyleName = "Text body"
  text.insertString(cursor, "{{ about }}", False)
End Sub
"""
_XML, _NAMED = '<?xml version="1.0" encoding="UTF-8"?>', '"-//OpenOffice.org//DTD OfficeDocument 1.0//EN"'
_HEAD = _XML + "\n<!DOCTYPE {0} PUBLIC " + _NAMED + ' "{1}.dtd">\n'
_MODULE = _HEAD.format("script:module", "module") + (
    '<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Shell" script:language="StarBasic">'
    "{}</script:module>"
)
_LIBRARY = _HEAD.format("library:library", "library") + (
    '<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false"'
    ' library:passwordprotected="false"><library:element library:name="Shell"/></library:library>'
)


def make(source: Path, target: Path) -> None:
    """Let LibreOffice open a stationery, run the macro and save it."""
    office = shutil.which("soffice")
    if office is None:
        raise SystemExit("LibreOffice (soffice) is needed for this")
    with tempfile.TemporaryDirectory() as place:
        profile, work = Path(place) / "profile", Path(place) / "shell.docx"
        start = [office, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore"]
        subprocess.run([*start, "--terminate_after_init"], check=True, timeout=180, capture_output=True)  # makes the profile
        _install(profile / "user" / "basic" / "Standard")
        shutil.copy(source, work)
        saved = work.with_name("saved.docx")
        call = f'macro:///Standard.Shell.Make("{work.as_uri()}","{saved.as_uri()}")'
        subprocess.run([*start, call], check=True, timeout=60, capture_output=True)
        if not saved.exists():
            raise SystemExit(Path(f"{saved}.error").read_text(encoding="utf-8"))
        shutil.copy(saved, target)


def _install(library: Path) -> None:
    """The macro in the library of a profile."""
    code = MACRO.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    (library / "Shell.xba").write_text(_MODULE.format(code), encoding="utf-8")
    (library / "script.xlb").write_text(_LIBRARY, encoding="utf-8")


if __name__ == "__main__":
    make(HOUSE, Path(sys.argv[1]) if len(sys.argv) > 1 else TARGET)
