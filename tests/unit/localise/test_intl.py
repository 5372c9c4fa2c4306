"""Numbers against another implementation of CLDR: `Intl.NumberFormat` of Node, for all seven languages."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from decimal import Decimal

import pytest

from seapgen.localise.numbers import printed
from seapgen.model.message import Figure
from seapgen.model.units import Unit
from tests.support.tools import program
from tests.unit.localise.rows import LANGUAGES, row

STYLES: dict[Unit, dict[str, object]] = {
    Unit.COUNT: {"maximumFractionDigits": 0},
    Unit.FTE: {"minimumFractionDigits": 1, "maximumFractionDigits": 1},
    Unit.RATIO: {"minimumFractionDigits": 2, "maximumFractionDigits": 2},
    Unit.PERCENT: {"style": "percent", "minimumFractionDigits": 1, "maximumFractionDigits": 1},
    Unit.EUR: {"style": "currency", "currency": "EUR", "maximumFractionDigits": 0},
}
SCRIPT = """
const asked = JSON.parse(require("fs").readFileSync(0, "utf8"));
const printed = asked.map(([tag, style, value]) => new Intl.NumberFormat(tag, style).format(value));
console.log(JSON.stringify(printed));
"""
EXCEPTIONS: dict[tuple[str, Unit], str] = {}  # (language, unit) -> why we print otherwise than CLDR; minus is ours in all


def values() -> Iterator[Decimal]:
    """Around every power of ten, at halves, both signs; what would print as zero is `< 1` here and no business of Intl's."""
    for power in range(-2, 10):
        for factor in ("1", "1.005", "2.5", "4.44", "4.45", "9.5", "9.99", "9.995", "1.2345"):
            size = Decimal(factor).scaleb(power)
            yield from (size, -size)
    yield Decimal(0)


def asked() -> list[tuple[str, Unit, Decimal]]:
    """Every language, style and value, but those that print as less than one unit."""
    least = {Unit.COUNT: "0.5", Unit.FTE: "0.05", Unit.RATIO: "0.005", Unit.PERCENT: "0.05", Unit.EUR: "0.5"}
    return [
        (language, unit, value)
        for language in LANGUAGES
        for unit in STYLES
        for value in values()
        if value == 0 or abs(value) >= Decimal(least[unit])
    ]


@pytest.mark.slow
def test_numbers_shares_and_money_print_as_cldr_prints_them() -> None:
    """Thousands of comparisons; the one difference is the true minus sign."""
    cases = asked()
    question = [
        (row(language).tag, STYLES[unit], str(value.scaleb(-2) if unit is Unit.PERCENT else value))
        for language, unit, value in cases
    ]
    answer = subprocess.run(
        [program("node"), "-e", SCRIPT], input=json.dumps(question), capture_output=True, text=True, timeout=120
    )
    assert answer.returncode == 0, answer.stderr
    differences = []
    for (language, unit, value), theirs in zip(cases, json.loads(answer.stdout), strict=True):
        ours = printed(Figure("f", value, unit), row(language), role="chart").text
        if ours != theirs.replace("-", "\u2212").replace("\u202f", "\u00a0") and (language, unit) not in EXCEPTIONS:
            differences.append((language, unit, value, ours, theirs))

    assert len(cases) > 4000
    assert differences == []
