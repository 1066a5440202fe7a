"""This device, by a name its owner recognises."""

import pytest
from flask import Flask

from diary.accounts.devices import this_device

PHONE = "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko)"


@pytest.mark.parametrize(
    ("agent", "words"),
    [
        (f"{PHONE} Chrome/126.0 Mobile Safari/537.36", "Chrome on Android"),
        (f"{PHONE} SamsungBrowser/25.0 Chrome/121.0 Safari/537.36", "Samsung Internet on Android"),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) Version/17.5 Safari/604.1",
            "Safari on iPhone",
        ),
        ("Mozilla/5.0 (Windows NT 10.0) Chrome/126.0 Safari/537.36 Edg/126.0", "Edge on Windows"),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Firefox/128.0", "Firefox on Linux"),
        ("", "A browser on an unknown device"),
        ("<script>" * 1000, "A browser on an unknown device"),
    ],
)
def test_a_device_is_named_by_browser_and_system(app: Flask, agent: str, words: str) -> None:
    with app.test_request_context(headers={"User-Agent": agent}):
        assert this_device() == words
