"""Texts that break programs which take them for something else than letters, and how to read them back from a file.

The kinds are those of the Big List of Naughty Strings and of what this program's own parts read: Jinja, Markdown, Typst, XML, YAML,
CSV, gettext, the fields of Word, the rules of bidirectional text.
"""

from __future__ import annotations

import unicodedata

from seapgen.model.artifact import Format

PRINTABLE = (  # every letter of these is in the house's font
    "{{7*7}} {{ ''.__class__.__mro__ }} {% raw %} {%- endif %} {# not seen #} ${7*7} #{7*7} <%= 7*7 %> {0} {name} {} %(name)s %s %d",
    "<b>bold</b> <script>alert(1)</script> <img src=x onerror=alert(1)> </w:t></w:r><w:t> <!-- c --> <![CDATA[ x ]]> ]]> &amp; &#65; &lt;",
    "\"double\" 'single' `back` ´acute´ “curly” «angles» „low“ ‚x‘ \\\"escaped\\\" \\' \\\\ \\n \\t \\u0041 \\x41 C:\\path\\file",
    "#panic() #let x = 1; #sys.inputs $x^2$ *b* _i_ @ref <label> [c] {d} ~ // no /* comment */ = not - a + list / of: terms \\ --- ...",
    "# no heading ## none **strong** __strong__ *em* _em_ [words](https://example.org) ![alt](x.png) > quote | a | b | --- 1. one 2) two",
    "=1+1 =HYPERLINK(\"http://example.org\") @SUM(1+1) +1+1 -1+1 =cmd|' /C calc'!A0 \t=2+2 '=3+3 %0A=4+4",
    "Robert'); DROP TABLE students;-- ' OR 1=1 -- $(touch /tmp/x) `touch x` ; ls | cat && true || false > /dev/null 2>&1 ../../etc/passwd",
    "null None undefined NaN nil true false yes no on off 017 0x1F 1e309 1_000 12:30 2013-02-30 ~ ---  : key: value - item & anchor * alias !tag",
    "é ê n\u0303 a\u030a o\u0308 ǘ Å Ω K ﬁ ﬂ ½ ² ³ № ™ ĳ ŉ ſ ß ẞ İ ı Σ σ ς",
    "a\u00a0b\u202fc\u2009d\u2002e\u200bf\u00adg h   i",
    "Žluťoučký kůň úpěl ďábelské ódy. Ελληνικά: ΰ ΐ ή. Съешь ещё этих мягких булок. Pchnąć w tę łódź jeża. Őrült űző. Þórður ð æ ø å.",
    "−40 % ± 3 ‰ ≤ ≥ ≠ ≈ × ÷ √ ∞ ∑ ∂ → ← ↑ ↓ € £ ¥ ¢ © ® § ¶ † ‡ • … – — ‹› ° µ 10⁻³ CO₂ t/MWh",
    "PAGE NUMPAGES REF _Toc1 \\h HYPERLINK \"x\" { DATE } SEQ Table \\* ARABIC MERGEFIELD x",
    "A" * 70 + "·" + "donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" + "·" + "9" * 60,
    "https://example.org/?a=1&b=<2>#frag javascript:alert(1) data:text/html,x mailto:a@b.example file:///etc/passwd \\\\server\\share",
    "._-~:;,!?()[]{}<>|/\\^`'\"@#$%&*+= {{}} [[]] (()) <<>> '' \"\" `` -- ++ == ## ** __ ~~ :: ;; ,, .. !! ??",
)  # fmt: skip
BEYOND_THE_FONT = (  # letters that Word and the page print with other fonts of the reader's computer
    "東京 日本語 漢字かな交じり文 ｶﾅ 한국어 조선글",
    "العربية ١٢٣ עברית ab גדה cd \u200fRLM\u200e LRM",
    "ไทย हिन्दी தமிழ் ქართული Հայերեն አማርኛ",
    "😀 👩‍👩‍👧‍👦 🇮🇹 ❤️ ☃ 𝔘𝔫𝔦 𝟙𝟚 𐍈 𠜎 🜚",
    "Z̴̡a͜l̷g̨o̸ T̶o̵ n\u0325\u0302\u20dd ก็็็็",
)
FORBIDDEN = {  # never in a text: invisible, without agreed meaning, or ours
    "null": "\x00", "escape": "\x1b", "delete": "\x7f", "next line": "\x85", "control sequence": "\x9b", "vertical tab": "\x0b",
    "line separator": "\u2028", "paragraph separator": "\u2029", "right-to-left override": "\u202e",
    "left-to-right embedding": "\u202a", "isolate": "\u2066", "private use": "\ue000", "private use of a plane": "\U000f0000",
    "last private use": "\U0010fffd", "byte-order mark inside": "\ufeff", "noncharacter": "\ufffe", "noncharacter of a plane": "\U0001ffff",
    "noncharacter of the block": "\ufdd0",
}  # fmt: skip
_INVISIBLE = "\u00ad\u200b"  # renderers set them where a long word may be parted
_HYPHENS = "-\u2010\u2011"  # a page of paper sets one where a word is parted


def visible(text: str, form: Format | None = None) -> str:
    """The letters and signs of a text without spaces and places to break; on paper without hyphens too."""
    gone = _INVISIBLE + (_HYPHENS if form == "pdf" else "")
    return "".join(c for c in unicodedata.normalize("NFC", text) if not c.isspace() and c not in gone)
