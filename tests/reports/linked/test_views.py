"""A diary opened by link: what it shows, what it leaves out, and to whom it shows nothing."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import chain

import pytest
import time_machine
from flask import Flask
from flask.testing import FlaskClient

from diary.accounts.models import Account
from diary.botox.store import add_session
from diary.clinical.treatment import BotoxSession
from diary.database import writing
from diary.days.store import write_days
from diary.sharing.links import store
from diary.sharing.links.store import MadeLink
from diary.sharing.scope import Scope
from tests.diaries import a_month, took
from tests.sharing.links.links import a_link, before_the_pin, now_stored, opened, root_of
from tests.sharing.shares import log_of, without_the_log
from tests.statements import statements_of
from tests.structure.test_gates import requests_to

NOON = datetime(2026, 5, 20, 12, tzinfo=UTC)
APRIL, DAY = "/months/2026-04", "/days/2026-04-02"
PAGES = ("", APRIL, "/trends", "/botox", "/botox/evidence", DAY, "/report")
HOSTILE = "<script>alert(1)</script><img src onerror>"
EVERYTHING = Scope(first=date(2026, 1, 1), notes=True, treatments=True)


@pytest.fixture(autouse=True)
def _the_20_of_may() -> Iterator[None]:
    with time_machine.travel(NOON, tick=False):
        yield


@pytest.fixture
def annas_spring(app: Flask, anna: Account) -> None:
    """March has 20 headache days, April 15; a session on 1 April; names and notes are hostile."""
    months = {"2026-03": 20, "2026-04": 15}
    days = [
        a_month(month, n, note=f"{HOSTILE} the sea", doses=took(HOSTILE))
        for month, n in months.items()
    ]
    with app.app_context(), writing() as session:
        write_days(anna, list(chain.from_iterable(days)))
        add_session(anna, BotoxSession(date=date(2026, 4, 1), units=155, note=HOSTILE))
        session.merge(anna).name = HOSTILE


@pytest.fixture
def made(app: Flask, anna: Account) -> MadeLink:
    """A link to all of the year, notes included."""
    return a_link(app, anna, scope=EVERYTHING)


@pytest.fixture
def reader(app: Flask, made: MadeLink) -> FlaskClient:
    """A browser in which the link is open."""
    return opened(app, made)


@pytest.mark.usefixtures("annas_spring")
@pytest.mark.parametrize("page", PAGES)
def test_a_linked_diary_is_read_and_nothing_else(
    reader: FlaskClient, made: MadeLink, page: str
) -> None:
    shown = reader.get(root_of(made) + page)
    assert shown.status_code == 200
    assert "not shared" not in shown.text.lower()
    assert ("the sea" in shown.text) is (page in ("", "/days/2026-04-02"))
    assert 'method="post"' not in shown.text
    assert "/botox/sessions" not in shown.text
    assert "/history" not in shown.text
    assert "service-worker" not in shown.text
    assert 'href="/more"' not in shown.text


@pytest.mark.usefixtures("annas_spring")
@pytest.mark.parametrize("page", PAGES)
def test_no_script_from_elsewhere_runs_and_nothing_is_kept(
    reader: FlaskClient, made: MadeLink, page: str
) -> None:
    shown = reader.get(root_of(made) + page)
    assert "cdn" not in shown.text
    assert "cdn" not in shown.headers["Content-Security-Policy"]
    assert "<canvas" not in shown.text
    assert ('<svg class="drawing"' in shown.text) is (page in ("", "/trends", "/botox", "/report"))
    assert shown.headers["Cache-Control"] == "no-store"
    assert shown.headers["Referrer-Policy"] == "no-referrer"
    assert shown.headers["X-Robots-Tag"] == "noindex, nofollow"


@pytest.mark.usefixtures("annas_spring")
@pytest.mark.parametrize("page", PAGES)
def test_hostile_words_stay_words(reader: FlaskClient, made: MadeLink, page: str) -> None:
    text = reader.get(root_of(made) + page).text
    assert "&lt;script&gt;alert(1)" in text
    assert "<script>alert" not in text
    assert "<img" not in text


@pytest.mark.usefixtures("annas_spring")
def test_every_reading_is_on_the_patients_log(
    app: Flask, reader: FlaskClient, anna: Account, made: MadeLink
) -> None:
    for page in PAGES:
        reader.get(root_of(made) + page)
    april, day = "April 2026", "Thursday 2 April 2026"
    read = ["Overview", april, "Trends", "Botox", "Before Botox", day, "Report"]
    assert log_of(app, anna) == [(made.link.name, what) for what in read]


@pytest.mark.usefixtures("annas_spring")
def test_the_report_is_a_file_that_names_nobody(
    app: Flask, reader: FlaskClient, anna: Account, made: MadeLink
) -> None:
    report = reader.get(f"{root_of(made)}/report.pdf")
    assert (report.status_code, report.mimetype) == (200, "application/pdf")
    assert report.headers["Cache-Control"] == "no-store"
    assert "script" not in report.headers["Content-Disposition"]
    assert log_of(app, anna) == [(made.link.name, "Report as PDF")]


def test_a_page_that_is_not_there_is_no_reading(
    app: Flask, reader: FlaskClient, anna: Account, made: MadeLink
) -> None:
    assert reader.get(f"{root_of(made)}/months/2026-06").status_code == 404
    assert reader.get(f"{root_of(made)}/days/2026-05-21").status_code == 404
    assert log_of(app, anna) == []


@pytest.mark.usefixtures("annas_spring")
def test_nothing_is_shown_when_the_log_cannot_be_written(
    app: Flask, reader: FlaskClient, made: MadeLink, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(app.config, "PROPAGATE_EXCEPTIONS", False)
    with without_the_log(app):
        shown = reader.get(f"{root_of(made)}/months/2026-04")
    assert shown.status_code >= 500
    assert "2026" not in shown.text


@pytest.mark.usefixtures("annas_spring")
def test_what_the_link_does_not_show_is_not_told(app: Flask, anna: Account) -> None:
    late_april = Scope(first=date(2026, 4, 11), last=None, notes=False, treatments=False)
    made = a_link(app, anna, scope=late_april)
    reader, root = opened(app, made), root_of(made)
    april = reader.get(f"{root}/months/2026-04").text
    assert "20 of 30 days recorded" in april
    assert "Botox session," not in april
    assert f"{root}/months/2026-03" not in april
    assert f'href="{root}/botox"' not in reader.get(root).text.split("<main")[1].split("</main")[0]
    for page in ("months/2026-03", "days/2026-04-10", "botox"):
        text = reader.get(f"{root}/{page}").text
        assert "Not shared with you" in text
        assert "headache day" not in text
    day = reader.get(f"{root}/days/2026-04-11").text
    assert "mild" in day or "moderate" in day
    for page in (*PAGES, "/days/2026-04-11"):
        text = reader.get(root + page).text
        assert "the sea" not in text
        assert "155" not in text


def test_withdrawal_closes_an_open_tab_at_once(
    app: Flask, reader: FlaskClient, anna: Account, made: MadeLink
) -> None:
    assert reader.get(root_of(made)).status_code == 200
    with app.app_context():
        store.withdraw_link(anna, made.link.id)
    for page in (*PAGES, "/nowhere"):
        assert reader.get(root_of(made) + page).status_code == 404
    assert len(log_of(app, anna)) == 1


def test_the_last_day_of_a_link_is_the_patients(app: Flask, anna: Account) -> None:
    made = a_link(app, anna, days=1)
    with time_machine.travel("2026-05-21 22:00:00+00:00", tick=False):
        reader = opened(app, made)
    with time_machine.travel("2026-05-21 22:59:59+00:00", tick=False):
        assert reader.get(root_of(made)).status_code == 200
    with time_machine.travel("2026-05-21 23:00:00+00:00", tick=False):
        assert reader.get(root_of(made)).status_code == 404


@pytest.mark.usefixtures("annas_spring")
def test_two_links_in_one_browser_are_not_mixed_up(
    app: Flask, reader: FlaskClient, ben: Account, made: MadeLink
) -> None:
    bens = a_link(app, ben)
    reader.post(f"/s/{bens.link.public_id}", data={"code": bens.token})
    reader.post(f"/s/{bens.link.public_id}/pin", data={"pin": bens.pin})
    assert "Ben’s diary" in reader.get(root_of(bens)).text
    assert "Ben’s diary" not in reader.get(root_of(made)).text


@pytest.mark.usefixtures("annas_spring")
@pytest.mark.parametrize("page", PAGES)
def test_a_signed_in_patient_sees_what_everybody_sees(
    reader: FlaskClient, as_ben: FlaskClient, as_anna: FlaskClient, made: MadeLink, page: str
) -> None:
    seen = {reader.get(root_of(made) + page).text}
    for browser in (as_ben, as_anna):
        browser.post(f"/s/{made.link.public_id}", data={"code": made.token})
        browser.post(f"/s/{made.link.public_id}/pin", data={"pin": made.pin})
        seen.add(browser.get(root_of(made) + page).text)
    assert len(seen) == 1


@pytest.mark.usefixtures("annas_spring")
@pytest.mark.parametrize("page", PAGES)
def test_a_page_takes_few_statements_whoever_is_signed_in_beside_it(
    app: Flask, as_ben: FlaskClient, made: MadeLink, page: str
) -> None:
    as_ben.post(f"/s/{made.link.public_id}", data={"code": made.token})
    as_ben.post(f"/s/{made.link.public_id}/pin", data={"pin": made.pin})
    with statements_of(app) as statements:
        as_ben.get(root_of(made) + page)
    assert 4 <= len(statements) <= 6


def test_every_page_of_a_link_is_closed_to_all_but_its_reader(
    app: Flask, client: FlaskClient, reader: FlaskClient, anna: Account, made: MadeLink
) -> None:
    withdrawn, expired = a_link(app, anna), a_link(app, anna, days=1)
    browsers = {
        "visitor": (client, made),
        "before the pin": (before_the_pin(app, made), made),
        "withdrawn": (opened(app, withdrawn), withdrawn),
        "expired": (opened(app, expired), expired),
    }
    with app.app_context():
        store.withdraw_link(anna, withdrawn.link.id)
    pages = [path for method, path in requests_to(app, "link") if method == "GET"]
    pages = [path.removeprefix("/s/x") for path in pages if path.startswith("/s/x/diary")]
    pages.remove("/diary/close")
    assert len(pages) >= len(PAGES)
    with time_machine.travel(NOON + timedelta(days=2), tick=False):
        late = opened(app, made)
        assert {late.get(f"/s/{made.link.public_id}{page}").status_code for page in pages} == {200}
        for name, (browser, link) in browsers.items():
            found = {browser.get(f"/s/{link.link.public_id}{page}").status_code for page in pages}
            assert (name, found) == (name, {404})
    assert now_stored(app, anna, expired).opened == 1
