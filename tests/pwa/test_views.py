"""The diary as an app: manifest, service worker, offline page and shortcuts."""

import json
import shutil
import subprocess

from flask import Flask
from flask.testing import FlaskClient

from diary.accounts.clock import today_of
from diary.accounts.models import Account
from diary.days.store import day_of
from tests.machine import need
from tests.structure.project import ROOT
from tests.structure.test_gates import values_of

QUEUE = "static/js/offline/queue.js"


def test_every_picture_and_page_of_the_manifest_is_there(as_anna: FlaskClient) -> None:
    answer = as_anna.get("/manifest.webmanifest")
    assert answer.mimetype == "application/manifest+json"
    manifest = answer.get_json()
    assert manifest["start_url"] == manifest["scope"] == "/"
    assert manifest["display"] == "standalone"
    assert {icon.get("purpose") for icon in manifest["icons"]} == {None, "maskable"}
    addresses = [icon["src"] for icon in manifest["icons"]]
    addresses += [shortcut["url"] for shortcut in manifest["shortcuts"]]
    for address in addresses:
        with as_anna.get(address) as found:
            assert found.status_code == 200


def test_the_worker_is_asked_for_anew_and_names_files_that_are_there(client: FlaskClient) -> None:
    answer = client.get("/service-worker.js")
    assert answer.mimetype == "text/javascript"
    assert answer.headers["Cache-Control"] == "no-cache"
    files = [line.strip(' ",') for line in answer.text.splitlines() if line.startswith("    ")]
    assert len(files) > 5
    for address in files:
        with client.get(address) as found:
            assert found.status_code == 200


def test_the_offline_page_is_the_same_for_everybody(
    client: FlaskClient, as_anna: FlaskClient
) -> None:
    for_nobody, for_anna = client.get("/offline"), as_anna.get("/offline")
    assert for_nobody.text == for_anna.text
    assert "Set-Cookie" not in for_nobody.headers
    assert "csrf_token" not in for_nobody.text
    assert "Anna" not in for_anna.text


def test_the_offline_page_and_the_worker_carry_one_version(client: FlaskClient) -> None:
    version, _weak = client.get("/offline").get_etag()
    assert version
    assert f'"version": "{version}"' in client.get("/service-worker.js").text


def test_a_shortcut_asks_and_writes_nothing(
    app: Flask, as_anna: FlaskClient, anna: Account
) -> None:
    for address in ("/shortcuts/no-headache", "/shortcuts/headache-now"):
        assert as_anna.get(address).status_code == 200
    with app.app_context():
        assert day_of(anna, today_of(anna)) is None


def test_a_shortcut_of_a_clear_day_is_one_tap(
    app: Flask, as_anna: FlaskClient, anna: Account
) -> None:
    today = today_of(anna)
    page = as_anna.get("/shortcuts/no-headache").text
    assert f'action="/days/{today}/severity"' in page
    as_anna.post(f"/days/{today}/severity", data={"revision": 0, "severity": "none"})
    assert "in the diary already" in as_anna.get("/shortcuts/no-headache").text


def test_every_page_leads_to_the_manifest(client: FlaskClient) -> None:
    assert 'rel="manifest" href="/manifest.webmanifest"' in client.get("/sign-in").text


def test_every_way_of_writing_a_day_waits_on_the_phone(app: Flask) -> None:
    """Each form that changes a day is known to the queue, or named here as one that is not."""
    needs_network = {
        "headaches.discard",
        "queue.keep_version",
        "queue.settle_conflict",
        "queue.take_batch",
    }
    posts = [
        (rule.endpoint, path)
        for rule in app.url_map.iter_rules()
        if rule.endpoint.split(".")[0] in {"days", "headaches", "queue"}
        and "POST" in (rule.methods or set())
        for path in [app.url_map.bind("localhost").build(rule.endpoint, values_of(rule), "POST")]
    ]
    waiting = paths_the_phone_keeps([path for _, path in posts])
    assert {endpoint for endpoint, path in posts if path not in waiting} == needs_network


def paths_the_phone_keeps(paths: list[str]) -> list[str]:
    """Ask the queue's own script which of these forms it takes."""
    node = need(shutil.which("node"), "Node", "nodejs")
    script = (
        f"import {{ changesIn }} from {json.dumps((ROOT / QUEUE).as_uri())};"
        f"const fields = [['day', '2026-03-14']];"
        f"const keeps = (path) => changesIn(path, fields, {{}}).length;"
        f"console.log(JSON.stringify({json.dumps(paths)}.filter(keeps)))"
    )
    run = subprocess.run(
        [node, "--input-type=module", "-e", script], capture_output=True, text=True, check=True
    )
    found: list[str] = json.loads(run.stdout)
    return found
