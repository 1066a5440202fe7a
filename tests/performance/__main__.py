"""Latency of the pages people use most, beside a bare Flask page: `python3 dev.py bench`."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from tests.performance.clinic import PATIENTS, keep_clinic
from tests.performance.patient import keep_diary
from tests.performance.server import serving
from tests.performance.visitor import Visitor, hidden_fields

YEARS = (1, 5, 20)
WARM_UP = 20
ROUNDS = 150
AIMS = {"today": 5, "month": 5, "trends": 8, "save": 5}
GROWTH_AIM = 1.2
CLINIC_AIM = 10

Act = Callable[[], float]


def main() -> None:
    """Measure every action on every diary and print one line for each."""
    today = datetime.now(UTC).date()
    with serving("tests.performance.bare:create_app()", {}) as bare_port:
        bare = Visitor(bare_port)
        results = {years: measure(years, today, lambda: bare.get("/")[0]) for years in YEARS}
    print(f"{'':8}{''.join(f'{years:>4} years          ' for years in YEARS)}{'growth':>7}  aim")
    for name, aim in AIMS.items():
        print(line_of(name, aim, [results[years][name] for years in YEARS]))
    print(f"patients, {PATIENTS} of them: {measure_clinic(today)}, aim {CLINIC_AIM} x")


def measure(years: int, today: date, bare: Act) -> dict[str, tuple[float, float]]:
    """Seconds of each action on a diary of so many years, and times the bare page."""
    with TemporaryDirectory() as folder:
        environment, cookies = keep_diary(Path(folder), today, years)
        with serving("diary.app:create_app()", environment) as port:
            visitor = Visitor(port, cookies)
            acts = actions(visitor, today)
            return {name: beside(bare, act) for name, act in acts.items()}


def measure_clinic(today: date) -> str:
    """The list of patients, first and afterwards, and times the bare page."""
    with (
        TemporaryDirectory() as folder,
        serving("tests.performance.bare:create_app()", {}) as bare_port,
    ):
        environment, cookies = keep_clinic(Path(folder), today)
        with serving("diary.app:create_app()", environment) as port:
            visitor, bare = Visitor(port, cookies), Visitor(bare_port)
            first = visitor.get("/clinic")[0]
            ours, ratio = beside(lambda: bare.get("/")[0], lambda: visitor.get("/clinic")[0])
    return f"first {first:.2f} s, then {1000 * ours:.2f} ms, {ratio:.2f} x"


def actions(visitor: Visitor, today: date) -> dict[str, Act]:
    """What is measured, by name."""
    month = f"/months/{today - timedelta(days=31):%Y-%m}"
    return {
        "today": lambda: visitor.get("/")[0],
        "month": lambda: visitor.get(month)[0],
        "trends": lambda: visitor.get("/trends")[0],
        "save": lambda: save_day(visitor, f"/days/{today - timedelta(days=1)}"),
    }


def save_day(visitor: Visitor, address: str) -> float:
    """Change a day, and time the change alone."""
    page = visitor.get(address)[1]
    minutes = str(30 + datetime.now(UTC).microsecond % 900)
    answers = {"headache": "yes", "severity": "mild", "minutes": minutes}
    return visitor.post(address, hidden_fields(page) | answers)


def beside(bare: Act, act: Act) -> tuple[float, float]:
    """The median seconds of an action, and how many bare pages that is, taken in turns."""
    for _ in range(WARM_UP):
        act()
    pairs = [(act(), bare()) for _ in range(ROUNDS)]
    ours, theirs = (median(times) for times in zip(*pairs, strict=True))
    return ours, ours / theirs


def line_of(name: str, aim: float, measured: list[tuple[float, float]]) -> str:
    """One action: milliseconds and ratio for each diary, the growth, and what is aimed at.

    The growth compares the ratios: how busy the machine is changes between two diaries.
    """
    cells = "".join(f"{1000 * ours:6.2f} ms {ratio:5.2f} x   " for ours, ratio in measured)
    growth = measured[-1][1] / measured[0][1]
    return f"{name:8}{cells}{growth:6.2f}   {aim} x, {GROWTH_AIM}"


main()
