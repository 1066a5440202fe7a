"""Pages to sign up, sign in and out, and of the account itself."""

from concurrent.futures import ThreadPoolExecutor

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from diary.accounts.models import Account, Role
from diary.accounts.store import account_by_email, account_with, sessions_of
from tests.cast import PASSWORD, browser_of
from tests.statements import statements_of

CLEO = {
    "role": "patient",
    "name": "Cleo",
    "email": "cleo@example.org",
    "password": "eleven brown otters",
    "time_zone": "Europe/Paris",
}
ABOUT_ANNA = {"name": "Anna", "time_zone": "Europe/London", "birth_date": "", "country": ""}


def sign_in(
    browser: FlaskClient, email: str, password: str = PASSWORD, query: str = ""
) -> TestResponse:
    return browser.post(f"/sign-in{query}", data={"email": email, "password": password})


def test_a_patient_signs_up_and_in_and_comes_to_today(app: Flask, client: FlaskClient) -> None:
    signed_up = client.post("/sign-up", data=CLEO)
    assert (signed_up.status_code, signed_up.location) == (303, "/sign-in")
    assert 'value="cleo@example.org"' in client.get("/sign-in").text

    signed_in = sign_in(client, "Cleo@Example.org", CLEO["password"])
    assert (signed_in.status_code, signed_in.location) == (303, "/")

    with app.app_context():
        cleo = account_by_email(CLEO["email"])
    assert cleo is not None
    assert (cleo.role, cleo.time_zone) == (Role.PATIENT, "Europe/Paris")


def test_many_people_sign_up_at_once(app: Flask) -> None:
    def sign_up(number: int) -> int:
        cleo = CLEO | {"email": f"cleo{number // 2}@example.org"}
        return app.test_client().post("/sign-up", data=cleo).status_code

    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(sign_up, range(16))) == {303}
    with app.app_context():
        assert all(account_by_email(f"cleo{number}@example.org") for number in range(8))


def test_a_clinician_comes_to_the_shared_diaries(client: FlaskClient) -> None:
    client.post("/sign-up", data=CLEO | {"role": "clinician"})
    assert sign_in(client, CLEO["email"], CLEO["password"]).location == "/"
    assert client.get("/").location == "/clinic"


def test_signing_up_with_a_known_address_gets_the_same_answer(app: Flask, anna: Account) -> None:
    new = app.test_client().post("/sign-up", data=CLEO)
    known = app.test_client().post("/sign-up", data=CLEO | {"email": anna.email})
    assert new.status_code == known.status_code
    assert new.data == known.data
    assert set(new.headers.keys()) == set(known.headers.keys())
    with app.app_context():
        assert account_with(anna.email, PASSWORD) is not None


def test_signing_up_keeps_what_was_typed_but_the_password(client: FlaskClient) -> None:
    answer = client.post("/sign-up", data=CLEO | {"email": "nowhere"})
    assert answer.status_code == 422
    assert "Give a whole e-mail address" in answer.text
    assert 'value="Cleo"' in answer.text
    assert '<option value="Europe/Paris" selected>' in answer.text
    assert CLEO["password"] not in answer.text


def test_nothing_is_chosen_before_the_person_chooses(client: FlaskClient) -> None:
    page = client.get("/sign-up").text
    assert "checked" not in page
    assert page.count("selected") == 1
    assert '<option value="" selected>' in page


def test_a_wrong_password_and_an_unknown_address_get_the_same_answer(
    app: Flask, anna: Account
) -> None:
    wrong = sign_in(app.test_client(), anna.email, "not the password")
    unknown = sign_in(app.test_client(), "noone@example.org", "not the password")
    assert wrong.status_code == unknown.status_code == 422
    assert wrong.text.replace(anna.email, "") == unknown.text.replace("noone@example.org", "")
    assert "do not belong together" in wrong.text


def test_after_signing_in_the_page_asked_for_comes_first(
    client: FlaskClient, anna: Account
) -> None:
    asked = client.get("/account")
    assert asked.location == "/sign-in?next=/account"
    assert sign_in(client, anna.email, query="?next=/account").location == "/account"


def test_nobody_is_led_to_another_site(app: Flask, anna: Account) -> None:
    for address in ("https://evil.example", "//evil.example", "/\\evil.example", "/nowhere"):
        answer = sign_in(app.test_client(), anna.email, query=f"?next={address}")
        assert answer.location == "/"


def test_a_signed_in_person_needs_no_sign_in_page(as_anna: FlaskClient) -> None:
    assert as_anna.get("/sign-in").location == "/"


def test_signing_in_takes_a_session_nobody_knew_before(app: Flask, anna: Account) -> None:
    browser = app.test_client()
    with browser.session_transaction() as cookie:
        cookie["planted"] = "by somebody else"
    sign_in(browser, anna.email)
    with browser.session_transaction() as cookie:
        assert "planted" not in cookie


def test_a_phone_stays_signed_in_when_its_browser_is_closed(app: Flask, anna: Account) -> None:
    answer = sign_in(app.test_client(), anna.email)
    [cookie] = [
        value for value in answer.headers.getlist("Set-Cookie") if value.startswith("diary=")
    ]
    for attribute in ("Expires=", "HttpOnly", "SameSite=Lax", "Path=/"):
        assert attribute in cookie


def test_a_copied_cookie_is_worth_nothing_after_signing_out(app: Flask, anna: Account) -> None:
    browser, thief = browser_of(app, anna), app.test_client()
    with browser.session_transaction() as cookie:
        stolen = dict(cookie)
    assert browser.post("/sign-out").location == "/sign-in"
    with thief.session_transaction() as cookie:
        cookie.update(stolen)
    thief.set_cookie(app.config["HERE_COOKIE_NAME"], anna.mark)
    assert thief.get("/account").status_code == 303
    assert browser.get("/account").status_code == 303


def test_signing_out_asks_first(as_anna: FlaskClient) -> None:
    assert "Sign out?" in as_anna.get("/sign-out").text
    assert as_anna.get("/account").status_code == 200


def test_the_account_page_changes_the_person(
    app: Flask, as_anna: FlaskClient, anna: Account
) -> None:
    about = {"name": "Ann", "time_zone": "Asia/Tokyo", "birth_date": "1980-02-29", "country": "JP"}
    assert as_anna.post("/account", data=about).location == "/account"
    page = as_anna.get("/account").text
    assert 'value="Ann"' in page
    assert 'value="1980-02-29"' in page
    assert '<option value="JP" selected>' in page
    assert '<option value="Asia/Tokyo" selected>' in page


def test_a_birth_date_ahead_is_refused(as_anna: FlaskClient) -> None:
    answer = as_anna.post("/account", data=ABOUT_ANNA | {"birth_date": "2999-01-01"})
    assert answer.status_code == 422
    assert "between 1900 and today" in answer.text


def test_nobody_becomes_a_clinician_by_an_extra_field(
    as_anna: FlaskClient, app: Flask, anna: Account
) -> None:
    answer = as_anna.post("/account", data=ABOUT_ANNA | {"role": "clinician"})
    assert answer.status_code == 422
    with app.app_context():
        now = account_by_email(anna.email)
    assert now is not None
    assert now.role is Role.PATIENT


def test_another_device_is_signed_out_from_here(app: Flask, anna: Account) -> None:
    phone, laptop = browser_of(app, anna), browser_of(app, anna)
    with app.app_context():
        first = min(session.id for session in sessions_of(anna))
    assert laptop.post(f"/account/devices/{first}/end").location == "/account"
    assert phone.get("/account").status_code == 303
    assert laptop.get("/account").status_code == 200


def test_nobody_signs_out_the_device_of_another(
    app: Flask, as_anna: FlaskClient, anna: Account, as_ben: FlaskClient
) -> None:
    with app.app_context():
        [session] = sessions_of(anna)
    assert as_ben.post(f"/account/devices/{session.id}/end").status_code == 404
    assert as_anna.get("/account").status_code == 200


def test_a_new_password_signs_out_everywhere_else(app: Flask, anna: Account) -> None:
    phone, laptop = browser_of(app, anna), browser_of(app, anna)
    change = {"current_password": PASSWORD, "new_password": "nine pale curlews"}
    assert laptop.post("/account/password", data=change).location == "/account"
    assert phone.get("/account").status_code == 303
    assert laptop.get("/account").status_code == 200
    assert sign_in(app.test_client(), anna.email).status_code == 422
    assert sign_in(app.test_client(), anna.email, "nine pale curlews").status_code == 303


def test_a_password_is_changed_only_by_who_knows_it(as_anna: FlaskClient) -> None:
    change = {"current_password": "a guess of sorts", "new_password": "nine pale curlews"}
    answer = as_anna.post("/account/password", data=change)
    assert answer.status_code == 422
    assert "not the password you have now" in answer.text


def test_erasing_needs_the_password(as_anna: FlaskClient) -> None:
    assert as_anna.post("/account/erasure", data={"current_password": "no"}).status_code == 422
    assert as_anna.get("/account").status_code == 200


def test_an_erased_account_is_gone_and_signed_out(
    app: Flask, as_anna: FlaskClient, anna: Account
) -> None:
    assert (
        as_anna.post("/account/erasure", data={"current_password": PASSWORD}).location == "/sign-up"
    )
    assert as_anna.get("/account").status_code == 303
    with app.app_context():
        assert account_by_email(anna.email) is None


def test_what_is_sent_without_sign_in_is_refused(client: FlaskClient) -> None:
    answer = client.post("/account", data=ABOUT_ANNA)
    assert answer.status_code == 401
    assert "nothing was saved" in answer.text
    assert 'href="/sign-in"' in answer.text


def test_the_account_page_costs_two_statements(app: Flask, as_anna: FlaskClient) -> None:
    with statements_of(app) as statements:
        as_anna.get("/account")
    assert len(statements) == 2
