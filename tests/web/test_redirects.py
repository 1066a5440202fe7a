"""Nobody is led away from the app."""

import pytest
from flask import Flask

from diary.web.redirects import is_own_page


@pytest.mark.parametrize("address", ["/account", "/account?from=mail", "/sign-in", "/about"])
def test_a_page_of_ours_may_come_next(app: Flask, address: str) -> None:
    with app.test_request_context():
        assert is_own_page(address)


@pytest.mark.parametrize(
    "address",
    [
        *("", "account", "https://evil.example/account", "//evil.example/account"),
        *("/\\evil.example", "/nowhere", "javascript:alert(1)", "/account\x00", "/\t/evil.example"),
        *("/account?from=\r\nmail", "/account?\n", "/account?\x7f"),
        *("/account/devices/7/end", "\\/account", "/%2F/evil.example"),
    ],
)
def test_anything_else_may_not(app: Flask, address: str) -> None:
    with app.test_request_context():
        assert not is_own_page(address)
