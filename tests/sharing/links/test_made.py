"""What opens a link is shown once, to its patient, and can be scanned."""

import re

import segno
from flask import Flask
from flask.testing import FlaskClient

from diary.accounts.models import Account
from tests.sharing.links.links import a_link


def test_the_code_is_shown_once_with_its_pin(as_anna: FlaskClient, app: Flask) -> None:
    made = as_anna.post("/shares/links/last-three-months")
    page = as_anna.get(made.location)
    address = re.search(r"http://localhost(/s/[0-9a-f]{8})#([A-Za-z0-9_-]{43})<", page.text)
    pin = re.search(r">([0-9]{3}) ([0-9]{3})<", page.text)
    assert address
    assert pin
    assert page.headers["Cache-Control"] == "no-store"
    reader = app.test_client()
    reader.post(address[1], data={"code": address[2]})
    let_in = reader.post(f"{address[1]}/pin", data={"pin": f"{pin[1]} {pin[2]}"})
    assert let_in.location == f"{address[1]}/diary"
    again = as_anna.get(made.location).text
    assert "cannot be shown again" in again
    assert address[2] not in again
    assert f"{pin[1]} {pin[2]}" not in again


def test_the_qr_code_is_that_of_the_address(as_anna: FlaskClient) -> None:
    page = as_anna.get(as_anna.post("/shares/links/last-three-months").location).text
    address = re.search(r"http://localhost/s/[^<\"]+", page)
    drawn = re.search(r'<path stroke="#000" d="([^"]+)"', page)
    assert address
    assert drawn
    matrix = segno.make(address[0], error="m", micro=False).matrix
    dark = {(x, y) for y, row in enumerate(matrix) for x, cell in enumerate(row) if cell}
    assert cells_of(drawn[1], border=4) == dark


def cells_of(path: str, border: int) -> set[tuple[int, int]]:
    """The cells that a path of horizontal strokes, each through the middle of a row, makes dark."""
    cells, x, y = set(), 0.0, 0.0
    for pen, across, down in re.findall(r"([Mmh])(-?[0-9.]+)(?: (-?[0-9.]+))?", path):
        if pen == "h":
            cells |= {(int(x) + n - border, int(y) - border) for n in range(int(across))}
            x += float(across)
        else:
            x, y = (
                (float(across), float(down)) if pen == "M" else (x + float(across), y + float(down))
            )
    return cells


def test_another_page_in_between_shows_another_links_code_to_nobody(
    as_anna: FlaskClient, app: Flask, anna: Account
) -> None:
    older = a_link(app, anna)
    made = as_anna.post("/shares/links/last-three-months")
    assert "/s/" not in as_anna.get(f"/shares/links/{older.link.id}").text
    assert "cannot be shown again" in as_anna.get(made.location).text
