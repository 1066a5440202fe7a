"""The list of patients: who is on it, in which order, and that it is on everybody's log."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

import pytest
import time_machine
from flask import Flask

from diary.accounts.models import Account, Role
from diary.botox.store import add_session
from diary.clinic.patients.choice import Choice, Only, Order
from diary.clinic.patients.store import A_PAGE, AT_ONCE, list_patients
from diary.clinical.period import Period, four_weeks_ending
from diary.clinical.treatment import BotoxSession
from diary.days.store import write_days
from diary.sharing.scope import WHOLE
from diary.sharing.store import withdraw
from tests.cast import a_person
from tests.clinic.patients.lists import RECENT, TODAY, add_a_session, listed, names, write
from tests.diaries import a_clear_day, a_day, took
from tests.sharing.shares import a_share, log_of
from tests.statements import statements_of


def test_who_withdraws_is_gone_from_the_list(app: Flask, anna: Account, dr_chen: Account) -> None:
    share = a_share(app, anna, dr_chen)
    assert names(app, dr_chen) == ["Anna"]
    with app.app_context():
        withdraw(anna, share.id)
    assert names(app, dr_chen) == []


def test_a_share_ends_with_the_patients_day(app: Flask, anna: Account, dr_chen: Account) -> None:
    a_share(app, anna, dr_chen, days=0)
    with time_machine.travel("2026-05-20 22:59:59+00:00"):
        assert names(app, dr_chen) == ["Anna"]
    with time_machine.travel("2026-05-20 23:00:00+00:00"):
        assert names(app, dr_chen) == []


def test_nobody_sees_anothers_patients(
    app: Flask, anna: Account, dr_chen: Account, dr_doyle: Account
) -> None:
    a_share(app, anna, dr_chen)
    assert names(app, dr_doyle) == []


def test_everybody_shown_has_it_on_the_log(
    app: Flask, anna: Account, ben: Account, dr_chen: Account
) -> None:
    a_share(app, anna, dr_chen)
    a_share(app, ben, dr_chen)
    listed(app, dr_chen, name="ann")
    assert log_of(app, anna) == [("Dr Chen", "The list of patients")]
    assert log_of(app, ben) == []


@pytest.mark.parametrize(
    ("order", "first"),
    [(Order.NAME, "Anna"), (Order.HEADACHE, "Ben"), (Order.RECORDED, "Anna"), (Order.DUE, "Anna")],
)
def test_the_list_is_sorted(
    app: Flask, anna: Account, ben: Account, dr_chen: Account, order: Order, first: str
) -> None:
    a_share(app, anna, dr_chen)
    a_share(app, ben, dr_chen)
    write(app, anna, 2, Period(RECENT.first, TODAY - timedelta(days=1)))
    write(app, ben, 20)
    with app.app_context():
        add_a_session(anna)
    assert names(app, dr_chen, order=order) == [first, "Ben" if first == "Anna" else "Anna"]


@pytest.mark.parametrize("order", Order)
def test_every_order_lists_everybody(
    app: Flask, anna: Account, ben: Account, dr_chen: Account, order: Order
) -> None:
    a_share(app, anna, dr_chen)
    a_share(app, ben, dr_chen)
    assert sorted(names(app, dr_chen, order=order)) == ["Anna", "Ben"]


@pytest.mark.parametrize(("days_ago", "is_due"), [(55, False), (56, True), (120, True)])
def test_due_is_due_within_four_weeks_or_late(
    app: Flask, anna: Account, dr_chen: Account, days_ago: int, is_due: bool
) -> None:
    a_share(app, anna, dr_chen)
    with app.app_context():
        add_session(anna, BotoxSession(date=TODAY - timedelta(days=days_ago)))
    assert names(app, dr_chen, only=Only.DUE) == (["Anna"] if is_due else [])


@pytest.mark.parametrize(("recorded", "is_hardly"), [(19, True), (20, False)])
def test_hardly_recorded_is_fewer_than_20_of_28(
    app: Flask, anna: Account, dr_chen: Account, recorded: int, is_hardly: bool
) -> None:
    a_share(app, anna, dr_chen)
    with app.app_context():
        write_days(anna, [a_clear_day(day) for day in list(RECENT)[:recorded]])
    assert names(app, dr_chen, only=Only.HARDLY_RECORDED) == (["Anna"] if is_hardly else [])


@pytest.mark.parametrize(("days", "is_over"), [(9, False), (10, True)])
def test_overuse_is_a_filter(
    app: Flask, anna: Account, dr_chen: Account, days: int, is_over: bool
) -> None:
    a_share(app, anna, dr_chen)
    april = Period(date(2026, 4, 1), date(2026, 4, 30))
    with app.app_context():
        write_days(
            anna,
            [a_day(day, doses=took("sumatriptan") if day.day <= days else ()) for day in april],
        )
    assert names(app, dr_chen, only=Only.OVERUSE) == (["Anna"] if is_over else [])


@pytest.mark.parametrize(("after", "is_below"), [(14, False), (15, True)])
def test_below_30_after_two_cycles_is_a_filter(
    app: Flask, anna: Account, dr_chen: Account, after: int, is_below: bool
) -> None:
    first = TODAY - timedelta(days=168)
    a_share(app, anna, dr_chen)
    with app.app_context():
        for cycle in range(2):
            add_session(anna, BotoxSession(date=first + timedelta(days=84 * cycle)))
    write(app, anna, 20, four_weeks_ending(first - timedelta(days=1)))
    write(app, anna, after, four_weeks_ending(first + timedelta(days=167)))
    assert names(app, dr_chen, only=Only.BELOW_30) == (["Anna"] if is_below else [])


@pytest.mark.parametrize("said", ["ÅSA", "åsa", "sa_%", "_"])
def test_a_name_is_found_in_any_case_and_taken_as_it_is(
    app: Flask, anna: Account, dr_chen: Account, said: str
) -> None:
    asa = a_person(app, "Åsa_%", Role.PATIENT)
    for patient in (anna, asa):
        a_share(app, patient, dr_chen)
    assert names(app, dr_chen, name=said) == ["Åsa_%"]


def test_more_patients_than_fit_are_on_further_pages(app: Flask, dr_chen: Account) -> None:
    people = [a_person(app, f"Patient {n:02}", Role.PATIENT) for n in range(A_PAGE + 2)]
    for patient in people:
        a_share(app, patient, dr_chen)
    with app.app_context():
        first, fitting = list_patients(dr_chen, Choice())
        second, _ = list_patients(dr_chen, Choice(page=2))
    assert fitting == A_PAGE + 2
    assert [one.name for one in (*first, *second)] == [patient.name for patient in people]


def test_a_long_list_costs_as_many_statements_as_a_short_one(app: Flask, dr_chen: Account) -> None:
    costs = []
    for number in (1, 12):
        for more in range(number):
            a_share(app, a_person(app, f"P{number} {more}", Role.PATIENT), dr_chen)
        for _ in ("makes the rows", "finds them made"):
            with app.app_context(), statements_of(app) as statements:
                list_patients(dr_chen, Choice())
            costs.append(len(statements))
    assert costs[:2] == costs[2:]
    assert costs[1] == 3
    assert AT_ONCE > 13


def test_a_whole_share_may_be_read_to_its_end(app: Flask, anna: Account, dr_chen: Account) -> None:
    share = a_share(app, anna, dr_chen, WHOLE, days=31)
    [one] = listed(app, dr_chen)
    assert (one.share_id, one.ends_on) == (share.id, TODAY + timedelta(days=31))


def test_many_lists_of_one_clinician_at_once_all_show_what_changed(
    app: Flask, anna: Account, ben: Account, dr_chen: Account
) -> None:
    a_share(app, anna, dr_chen)
    a_share(app, ben, dr_chen)
    for days in range(1, 6):
        write(app, anna, days)
        with ThreadPoolExecutor(6) as pool:
            lists = [pool.submit(listed, app, dr_chen) for _ in range(6)]
        assert {
            one.summary.headache_lower
            for patients in lists
            for one in patients.result()
            if one.name == "Anna"
        } == {days}
