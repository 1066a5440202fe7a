"""The clock of these tests: half past six in the evening of Saturday 14 March 2026 in London."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
import time_machine

NOW = datetime(2026, 3, 14, 18, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def clock() -> Iterator[time_machine.Traveller]:
    """Set the clock; a test may move it on."""
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller
