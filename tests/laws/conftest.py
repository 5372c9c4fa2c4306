"""What several laws look at."""

from __future__ import annotations

import pytest

from tests.support.installed import Installation, installation


@pytest.fixture(scope="session")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installation:
    """The wheel of this checkout in an environment of its own."""
    return installation(tmp_path_factory.mktemp("wheel"))
