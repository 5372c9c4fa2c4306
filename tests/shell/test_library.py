"""`seapgen library`: the typical actions for people and for programs."""

from __future__ import annotations

import json

import pytest

from seapgen.model.errors import ExitCode
from tests.support.command import seapgen


def test_a_sector_lists_its_keys_with_titles_and_ranges() -> None:
    """Each with the mark that says how sure it is."""
    lines = seapgen("library", "--sector", "public_lighting").stdout.splitlines()

    assert ["pl_led", "pl_led_epc", "pl_dimming", "pl_traffic_lights"] == [
        line.partition(":")[0] for line in lines if line[0] != " "
    ]
    assert "  Cost: 753–3,125 EUR for each MWh saved a year (computed)" in lines


def test_a_key_prints_all_that_is_known_in_the_language_asked_for() -> None:
    """Codes, description, indicator, notes and citations."""
    text = seapgen("library", "mf_eco_driving", "--lang", "it").stdout

    assert text.startswith("mf_eco_driving: Corsi di guida ecologica per il personale comunale\n  municipal_fleet, A410, B41\n")
    assert "Autisti formati negli ultimi due anni" in text
    assert "8569 MWh (dubbio)\n    claimed for 28,000 EUR; implausible\n    Climate City Contract of Kozani" in text


def test_programs_get_exact_numbers() -> None:
    """An open end is null."""
    (found,) = json.loads(seapgen("library", "mb_deep_renovation", "--json").stdout)["actions"]
    lifetime = found["ranges"][-1]

    assert ("lifetime", 25, None, "years", "unconfirmed") == tuple(
        lifetime[k] for k in ("quantity", "low", "high", "unit", "mark")
    )
    assert {"key", "sector", "area", "instrument", "title", "description", "indicator", "ranges"} == set(found)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [(("pl_lamps",), "'pl_lamps'"), (("--sector", "heat"), "local_heat"), (("--lang", "xx"), "'xx'")],
)
def test_what_is_not_there_is_a_slip_of_usage(arguments: tuple[str, ...], said: str) -> None:
    """The message says what is asked for or what there is."""
    run = seapgen("library", *arguments)

    assert (ExitCode.USAGE, True, "") == (run.returncode, said in run.stderr, run.stdout)
