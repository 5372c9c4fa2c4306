"""The peers' table."""

from __future__ import annotations

from decimal import Decimal

import pytest

from seapgen import resources
from seapgen.intake.peers import read_peers
from seapgen.model.peers import FEWEST

TABLE = """# source: A dataset, 2019
country,size,metric,n,p1,p5,p25,p50,p75,p95,p99
IT,,m,60,1,2,3,4,5,6,7.5
"""


def test_a_row_is_read_with_its_place() -> None:
    """The line counts the head lines too."""
    peers, findings = read_peers(TABLE, "data/peers.csv")
    found = peers.of("IT").of("m")

    assert found is not None and findings == ()
    assert ("A dataset, 2019", 60, Decimal("7.5"), "data/peers.csv:3:11") == (
        peers.citation, found.n, found.knot(99).value, str(found.knot(99).source),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("spoilt", "by", "expected"),
    [
        ("# source: A dataset, 2019", "# about: nothing", "L96 data/peers.csv:1"),
        (",p75", "", "L41 data/peers.csv:2"),
        (",5,6", ",5", "L44 data/peers.csv:3"),
        (",5,6", ",five,6", "L45 data/peers.csv:3:9"),
        (",60,", ",-60,", "L45 data/peers.csv:3:4"),
    ],
)
def test_a_table_that_cannot_be_used_is_refused_at_its_cell(spoilt: str, by: str, expected: str) -> None:
    """A person may revise the table, and may slip."""
    peers, findings = read_peers(TABLE.replace(spoilt, by), "data/peers.csv")

    assert [expected] == [f"{f.code} {f.source}" for f in findings]
    assert not peers.groups


def test_the_table_that_is_shipped_rises_in_every_row() -> None:
    """Every row has enough signatories, and no percentile lies below the one before it."""
    text = (resources.data() / "peers.csv").read_text(encoding="utf-8")
    peers, findings = read_peers(text, "data/peers.csv")
    rows = [row for group in peers.groups.values() for row in group.values()]

    assert findings == () and "10.2905/57A615EB" in peers.citation
    assert len(rows) > 400
    assert all(row.n >= FEWEST and list(row.values) == sorted(row.values) for row in rows)
