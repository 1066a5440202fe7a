"""Texts travel packed, unless another site could learn from their length."""

import gzip
from collections.abc import Iterator

import pytest
from flask import Flask, Response
from flask.testing import FlaskClient
from werkzeug.wrappers import Response as PlainResponse

from diary.web.compression import SMALLEST, Packed, gains

UNPACKS = {"Accept-Encoding": "gzip, br"}
OWN_PAGE = {"Sec-Fetch-Site": "same-origin"}
BY_HAND = {"Sec-Fetch-Site": "none"}
OTHER_SITE = {"Sec-Fetch-Site": "cross-site"}
SISTER_SITE = {"Sec-Fetch-Site": "same-site"}


def packing(answer: PlainResponse) -> str | None:
    """How the answer's text is packed."""
    return answer.headers.get("Content-Encoding")


def test_a_page_comes_packed_and_says_the_same(client: FlaskClient) -> None:
    plain = client.get("/about")
    packed = client.get("/about", headers=UNPACKS)
    assert gzip.decompress(packed.data) == plain.data
    assert packed.content_length == len(packed.data) < len(plain.data) / 2
    assert (packing(packed), packing(plain)) == ("gzip", None)
    assert "Accept-Encoding" in packed.vary
    assert "Accept-Encoding" in plain.vary


def test_a_browser_that_cannot_unpack_gets_it_plain(client: FlaskClient) -> None:
    answer = client.get("/about", headers={"Accept-Encoding": "gzip;q=0, br"})
    assert packing(answer) is None


@pytest.mark.parametrize("asker", [OWN_PAGE, BY_HAND])
def test_a_page_of_the_diary_is_packed_for_the_person_who_keeps_it(
    as_anna: FlaskClient, asker: dict[str, str]
) -> None:
    assert packing(as_anna.get("/account", headers=UNPACKS | asker)) == "gzip"


@pytest.mark.parametrize("asker", [OTHER_SITE, SISTER_SITE, {}])
def test_no_other_site_can_measure_a_page_of_the_diary(
    as_anna: FlaskClient, asker: dict[str, str]
) -> None:
    answer = as_anna.get("/account", headers=UNPACKS | asker)
    assert (answer.status_code, packing(answer)) == (200, None)


def test_scripts_are_packed_whoever_asks(as_anna: FlaskClient) -> None:
    address = f"{as_anna.application.static_url_path}/js/medicines/picker.js"
    with as_anna.get(address, headers=UNPACKS) as answer:
        assert packing(answer) == "gzip"
        assert b"export" in gzip.decompress(answer.data)


def test_asking_for_the_headers_alone_gives_the_plain_length(client: FlaskClient) -> None:
    answer = client.head("/style.css", headers=UNPACKS)
    assert packing(answer) is None
    assert answer.content_length == len(client.get("/style.css").data)


@pytest.mark.parametrize(("letters", "worth_it"), [(SMALLEST - 1, False), (SMALLEST, True)])
def test_a_few_letters_are_not_worth_it(letters: int, worth_it: bool) -> None:
    assert gains(PlainResponse("a" * letters, mimetype="text/plain")) is worth_it


@pytest.mark.parametrize(
    "answer",
    [
        PlainResponse("a" * SMALLEST, mimetype="image/png"),
        PlainResponse("a" * SMALLEST, 206, mimetype="text/plain"),
        PlainResponse("a" * SMALLEST, mimetype="text/css", headers={"Content-Encoding": "br"}),
    ],
    ids=["a picture", "a part", "packed already"],
)
def test_what_would_not_get_smaller_or_be_wrong_stays_as_it_is(answer: PlainResponse) -> None:
    assert not gains(answer)


def test_what_is_streamed_is_passed_on_piece_by_piece() -> None:
    taken: list[int] = []

    def pieces() -> Iterator[str]:
        for number in range(3):
            taken.append(number)
            yield "a" * SMALLEST

    app = Flask("stream")
    app.add_url_rule("/", view_func=lambda: Response(pieces(), mimetype="text/csv"))
    app.wsgi_app = Packed(app.wsgi_app)  # type: ignore[method-assign]
    answer = app.test_client().get("/", headers=UNPACKS, buffered=False)
    assert packing(answer) is None
    assert len(taken) < 3
    answer.close()
