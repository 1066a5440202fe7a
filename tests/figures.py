"""Figures that tests measured, shown at the end of a run in which they passed or not.

A test calls `record_property("Title of the table", "one line of it")`.
"""

from collections import defaultdict

import pytest


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print each table under its title."""
    tables: defaultdict[str, list[str]] = defaultdict(list)
    for outcome in ("passed", "failed"):
        for report in terminalreporter.stats.get(outcome, []):
            for title, line in report.user_properties:
                tables[title].append(str(line))
    for title, lines in tables.items():
        terminalreporter.section(title)
        for line in sorted(lines):
            terminalreporter.write_line(line)
