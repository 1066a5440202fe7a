"""The clock of these tests is that of the diary's."""

from tests.days.conftest import clock as clock
