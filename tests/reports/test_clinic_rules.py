"""Rules side by side: whether the sources come out alike is said, not left to be found."""

from datetime import date

from diary.clinical.case import Case
from diary.clinical.day import DiaryDay
from diary.clinical.finding import Topic
from diary.clinical.period import days_from
from diary.clinical.question import CONSIDER, GO_ON, PAUSE, QUESTIONS
from diary.clinical.rulebook import findings_for
from diary.clinical.treatment import BotoxSession
from diary.reports.clinic_rules import Answer, answers_in
from tests.clinical.rules.cases import ADULT, THREE_PREVENTIVES
from tests.diaries import a_diary, a_month, days_of

APRIL = date(2026, 4, 30)


def answers(
    *stretches: list[DiaryDay], sessions: tuple[date, ...] = (), on: date = APRIL
) -> dict[str, Answer]:
    """The answers of a diary, by question."""
    case = Case(
        a_diary(*stretches),
        on=on,
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
    assert answer.sentence == "The sources agree here. Met: the diary shows what is asked for."


def test_sources_that_differ_are_named_by_their_verdict() -> None:
    answer = answers(a_month("2026-04", 16, 9, stated_minutes=120))[CONSIDER.words]
    assert not answer.agrees
    assert answer.sentence == (
        "The sources differ here. Met by EHF guideline, Insurers, NICE: the diary shows what is asked "
        "for. Not met by US label: the diary does not show what is asked for."
    )


def test_between_the_two_lines_of_a_pause_the_sources_differ() -> None:
    months = [a_month(f"2026-0{number}", 12) for number in (2, 3, 4)]
    answer = answers(*months, sessions=(date(2026, 1, 5),))[PAUSE.words]
    assert answer.sentence.startswith("The sources differ here. Met by NICE: headache days stayed")
    assert "Not met by EHF guideline: headache days did not stay" in answer.sentence


def test_what_cannot_be_told_is_no_verdict() -> None:
    assert answers([])[CONSIDER.words].sentence == "The sources agree here. Can’t be told yet."


def test_a_rule_about_stopping_says_what_its_verdict_means() -> None:
    before, after = days_from(date(2025, 11, 3), 28), days_from(date(2026, 4, 20), 28)
    days = days_of(before, 20) + days_of(after, 14)
    sessions = (date(2025, 12, 1), date(2026, 2, 23))
    answer = answers(days, sessions=sessions, on=after.last)[GO_ON.words]
    assert answer.sentence == (
        "The sources agree here. Not met: the change is big enough, "
        "so the rule about stopping does not apply."
    )
