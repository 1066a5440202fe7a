"""Puts one rule to a case."""

from datetime import date
from typing import Any

from diary.clinical.case import Case
from diary.clinical.day import DiaryDay
from diary.clinical.finding import Judgement
from diary.clinical.rulebook import all_rules
from diary.clinical.treatment import BotoxSession, Outcome, Preventive
from tests.diaries import a_diary

ADULT = date(1990, 1, 1)
THREE_PREVENTIVES = [
    Preventive(medicine=name, medicine_class=kind, outcome=Outcome.NOT_EFFECTIVE)
    for name, kind in (
        ("topiramate", "antiepileptic"),
        ("propranolol", "beta blocker"),
        ("amitriptyline", "antidepressant"),
    )
]


def judged(
    rule: str,
    *stretches: list[DiaryDay],
    on: str,
    sessions: tuple[str, ...] = (),
    **more: Any,
) -> Judgement:
    """What the named rule says of the days on the date `on`."""
    case = Case(
        a_diary(*stretches),
        on=date.fromisoformat(on),
        sessions=[BotoxSession(date=date.fromisoformat(session)) for session in sessions],
        **more,
    )
    return all_rules()[rule].judge(case)
