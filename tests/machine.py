"""What the tests need of the machine: skipped with one loud line at home, an error in CI."""

import os
from collections import Counter

import pytest

MISSING = " IS MISSING, ITS TESTS DID NOT RUN: "


def need(path: str | None, name: str, package: str) -> str:
    """The path as given; when it is None the test is skipped, or fails where CI is set.

    `name` is what a person calls the program, `package` the Debian package that brings it.
    """
    if path is not None:
        return path
    message = f"{name.upper()}{MISSING}apt-get install {package}"
    if os.environ.get("CI"):
        pytest.fail(message, pytrace=False)
    pytest.skip(message)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say once for each missing program how many tests that left out."""
    skipped = (str(report.longrepr) for report in terminalreporter.stats.get("skipped", []))
    missing = Counter(
        reason.partition("Skipped: ")[2].rstrip("')") for reason in skipped if MISSING in reason
    )
    for message, number in sorted(missing.items()):
        terminalreporter.write_line(f"{message} ({number} skipped)", red=True, bold=True)
