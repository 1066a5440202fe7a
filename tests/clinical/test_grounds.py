"""Every judgement about Botox says which numbers it rests on, and what was asked of them."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diary.clinical.case import Case
from diary.clinical.count import Verdict, weakest
from diary.clinical.day import DiaryDay
from diary.clinical.finding import Ground, Topic
from diary.clinical.period import Month, days_from
from diary.clinical.rulebook import all_rules, findings_for
from diary.clinical.treatment import BotoxSession, Outcome, Preventive
from tests.clinical.rules.cases import ADULT, THREE_PREVENTIVES
from tests.diaries import a_diary, a_month, days_of, with_doses
from tests.reports.some_days import runs_from

APRIL = a_month("2026-04", 16, 9)
FIRST = date(2025, 12, 1)


def grounds_of(rule: str, case: Case) -> dict[str, Ground]:
    """The grounds of one rule, by name."""
    return {ground.name: ground for ground in all_rules()[rule].judge(case).grounds}


def april(days: list = APRIL, **more: object) -> Case:  # type: ignore[type-arg]
    given = {"birth_date": ADULT, "preventives": THREE_PREVENTIVES} | more
    return Case(a_diary(days), on=date(2026, 4, 30), **given)  # type: ignore[arg-type]


def test_a_count_comes_with_its_days_and_what_is_asked() -> None:
    ground = grounds_of("botox_eligibility_nice", april())["Headache days in April 2026"]
    assert (ground.shows, ground.asks, ground.verdict) == ("16 of 30 days", "15 or more", "met")
    assert ground.period == Month(2026, 4).period
    assert ground.count is not None
    assert ground.count.certain == tuple(date(2026, 4, n) for n in range(1, 17))


def test_preventives_are_named() -> None:
    ground = grounds_of("botox_eligibility_nice", april())["Preventives tried without success"]
    assert ground.shows == "3 (amitriptyline, propranolol, topiramate)"
    none = grounds_of("botox_eligibility_nice", april(preventives=[]))
    assert none["Preventives tried without success"].shows == "0"
    unknown = grounds_of("botox_eligibility_nice", april(preventives=None))
    ground = unknown["Preventives tried without success"]
    assert (ground.shows, ground.verdict) == ("no list given", Verdict.CANNOT_TELL)


@pytest.mark.parametrize(
    ("birth_date", "shows"),
    [
        (date(2008, 4, 30), "18 or older"),
        (date(2008, 5, 1), "under 18"),
        (None, "birth date not given"),
    ],
)
def test_an_age_is_said_without_the_birth_date(birth_date: date | None, shows: str) -> None:
    case = april(birth_date=birth_date)
    assert grounds_of("botox_eligibility_us_label", case)["Age"].shows == shows


@pytest.mark.parametrize(
    ("days", "shows", "verdict"),
    [
        (9, "no limit reached", Verdict.MET),
        (10, "triptan on 10 of 30 days, limit 10", Verdict.NOT_MET),
    ],
)
def test_a_medicine_limit_is_named_once_it_is_reached(
    days: int, shows: str, verdict: Verdict
) -> None:
    case = april(with_doses(APRIL, {"sumatriptan": range(days)}))
    managed = grounds_of("botox_eligibility_nice", case)["Acute medicines in April 2026"]
    assert (managed.shows, managed.verdict) == (shows, verdict)
    assert (
        grounds_of("botox_eligibility_ehf", case)["Acute medicines in April 2026"].verdict is None
    )


def test_missing_days_leave_a_medicine_limit_open() -> None:
    case = april(a_month("2026-04", 16, 9, recorded=20))
    managed = grounds_of("botox_eligibility_nice", case)["Acute medicines in April 2026"]
    assert managed.shows == "not known whether a limit is reached"


def test_an_open_outcome_gives_both_numbers() -> None:
    tried = [*THREE_PREVENTIVES[:1], Preventive(medicine="timolol", outcome=None)]
    shown = grounds_of("botox_eligibility_nice", april(preventives=tried))
    assert shown["Preventives tried without success"].shows == "1 to 2 (timolol, topiramate)"
    taking = [Preventive(medicine="timolol", outcome=Outcome.STILL_TAKING)]
    shown = grounds_of("botox_eligibility_nice", april(preventives=taking))
    assert shown["Preventives tried without success"].shows == "0"


def test_a_change_gives_both_sides_with_their_days() -> None:
    before, after = days_from(FIRST - timedelta(days=28), 28), days_from(date(2026, 4, 20), 28)
    sessions = [BotoxSession(date=FIRST + timedelta(days=84 * n)) for n in range(2)]
    diary = a_diary(days_of(before, 20), days_of(after, 14))
    case = Case(diary, on=after.last, sessions=sessions)
    shown = grounds_of("botox_stop_not_enough_nice", case)
    assert shown["Headache days before the first session"].shows == "20 of 28 days"
    assert shown["Headache days in the last 28 days of cycle 2"].period == after
    assert shown["Change in headache days"].verdict is Verdict.NOT_MET


def test_the_verdict_of_a_candidate_check_follows_from_its_grounds() -> None:
    case = april(preventives=THREE_PREVENTIVES[:2])
    findings = {f.rule.name: f for f in findings_for(case, [Topic.BOTOX])}
    nice = findings["botox_eligibility_nice"]
    verdicts = [ground.verdict for ground in nice.judgement.grounds]
    assert verdicts.count(Verdict.NOT_MET) == 1
    assert nice.verdict is Verdict.NOT_MET


@pytest.mark.parametrize(
    "rule",
    [
        "botox_eligibility_us_label",
        "botox_eligibility_ehf",
        "botox_stop_worked_nice",
        "botox_stop_worked_ehf",
    ],
)
@given(days=runs_from(date(2026, 1, 1), most=120), treated=st.booleans())
@settings(max_examples=40)
def test_where_all_is_asked_the_weakest_ground_is_the_verdict(
    rule: str, days: list[DiaryDay], treated: bool
) -> None:
    sessions = [BotoxSession(date=FIRST)] if treated else []
    judgement = all_rules()[rule].judge(april(days, sessions=sessions))
    verdicts = tuple(ground.verdict for ground in judgement.grounds if ground.verdict)
    assert not verdicts or judgement.verdict is weakest(verdicts)


def test_a_month_below_a_line_is_not_the_same_as_one_that_reaches_it() -> None:
    months = [a_month(f"2026-0{number}", days) for number, days in ((1, 9), (2, 10), (3, 15))]
    case = Case(a_diary(*months), on=date(2026, 3, 31), sessions=[BotoxSession(date=FIRST)])
    verdicts = [g.verdict for g in all_rules()["botox_stop_worked_ehf"].judge(case).grounds]
    assert verdicts == [Verdict.MET, Verdict.NOT_MET, Verdict.NOT_MET]
