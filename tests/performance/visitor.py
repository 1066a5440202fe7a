"""Somebody who keeps cookies and looks at the clock."""

import re
from contextlib import closing
from dataclasses import dataclass, field
from http.client import HTTPConnection
from time import perf_counter
from urllib.parse import urlencode

HIDDEN = re.compile(r'<input[^>]*type="hidden"[^>]*>')
ATTRIBUTE = re.compile(r'(name|value)="([^"]*)"')


@dataclass
class Visitor:
    """A browser as far as timing needs one."""

    port: int
    cookies: dict[str, str] = field(default_factory=dict)

    def get(self, address: str) -> tuple[float, str]:
        """Fetch a page: the seconds it took and its text."""
        return self._ask("GET", address, None)

    def post(self, address: str, fields: dict[str, str]) -> float:
        """Send a form: the seconds until the answer was read."""
        return self._ask("POST", address, urlencode(fields))[0]

    def _ask(self, method: str, address: str, body: str | None) -> tuple[float, str]:
        headers = {"Cookie": "; ".join(f"{name}={text}" for name, text in self.cookies.items())}
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        with closing(HTTPConnection("127.0.0.1", self.port)) as connection:
            connection.connect()
            start = perf_counter()
            connection.request(method, address, body, headers)
            answer = connection.getresponse()
            text = answer.read().decode()
            seconds = perf_counter() - start
        if answer.status not in (200, 303):
            raise RuntimeError(f"{method} {address} answered {answer.status}")
        for cookie in answer.headers.get_all("Set-Cookie") or []:
            name, _, value = cookie.partition(";")[0].partition("=")
            self.cookies[name] = value
        return seconds, text


def hidden_fields(page: str) -> dict[str, str]:
    """The hidden fields of the page's forms, the last of a name winning."""
    inputs = [dict(ATTRIBUTE.findall(text)) for text in HIDDEN.findall(page)]
    return {each["name"]: each.get("value", "") for each in inputs if "name" in each}
