"""Rules side by side: whether the sources come out alike is said, not left to be found."""

from datetime import date

from diary.clinical.case import Case
from diary.clinical.day import DiaryDay
from diary.clinical.finding import Topic
from diary.clinical.question import CONSIDER, PAUSE, QUESTIONS
from diary.clinical.rulebook import findings_for
from diary.clinical.treatment import BotoxSession
from diary.reports.clinic_rules import Answer, answers_in
from tests.clinical.rules.cases import ADULT, THREE_PREVENTIVES
from tests.diaries import a_diary, a_month

APRIL = date(2026, 4, 30)


def answers(*stretches: list[DiaryDay], sessions: tuple[date, ...] = ()) -> dict[str, Answer]:
    """The answers of a diary, by question."""
    case = Case(
        a_diary(*stretches),
        on=APRIL,
        sessions=[BotoxSession(date=day) for day in sessions],
        preventives=THREE_PREVENTIVES,
        birth_date=ADULT,
    )
    found = answers_in(findings_for(case, [Topic.BOTOX]))
    return {answer.question.words: answer for answer in found}


def test_every_question_is_there_in_its_order() -> None:
    assert list(answers([])) == [question.words for question in QUESTIONS]


def test_rules_about_other_things_answer_none_of_them() -> None:
    case = Case(a_diary([]), on=APRIL)
    assert answers_in(findings_for(case, [Topic.HEADACHE, Topic.MEDICINES])) == []


def test_sources_that_agree_are_said_to() -> None:
    answer = answers(a_month("2026-04", 16, 9, stated_minutes=300))[CONSIDER.words]
    assert answer.agrees
    assert answer.sentence == "The sources agree here: met."


def test_sources_that_differ_are_named_by_their_verdict() -> None:
    answer = answers(a_month("2026-04", 16, 9, stated_minutes=120))[CONSIDER.words]
    assert not answer.agrees
    assert answer.sentence == (
        "The sources differ here. Met: EHF guideline, Insurers, NICE. Not met: US label."
    )


def test_between_the_two_lines_of_a_pause_the_sources_differ() -> None:
    months = [a_month(f"2026-0{number}", 12) for number in (2, 3, 4)]
    answer = answers(*months, sessions=(date(2026, 1, 5),))[PAUSE.words]
    assert answer.sentence == "The sources differ here. Met: NICE. Not met: EHF guideline."
