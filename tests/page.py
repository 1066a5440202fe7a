"""A browser for tests that checks every page it opens, whichever test opens it.

Each page says its language, has a title and one h1, names every question and button, holds no
inline code or style, and uses an id once.
"""

from collections import Counter
from html.parser import HTMLParser
from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

QUESTIONS = {"input", "select", "textarea"}
UNASKED = {"hidden", "submit", "button"}
DATA = {"application/json"}


class CheckingClient(FlaskClient):
    """A client that fails the test when a page is badly made."""

    def open(self, *args: Any, **kwargs: Any) -> TestResponse:
        """Send the request; check the page that comes back."""
        response = super().open(*args, **kwargs)
        is_page = response.mimetype == "text/html" and not response.content_encoding
        if is_page and response.status_code not in range(300, 400):
            found = faults(response.text)
            assert found == [], f"{response.request.path}: {found}"
        return response


class Page(HTMLParser):
    """The elements of a page with their attributes, and what some of them say."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.words: dict[int, str] = {}
        self._open: list[tuple[str, int]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element; from here its words are its own and its parents'."""
        self._open.append((tag, len(self.elements)))
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        """Close the element, and those inside it that need no end."""
        while any(tag == name for name, _ in self._open) and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        """Add words to every element that is open."""
        for _, number in self._open:
            self.words[number] = self.words.get(number, "") + data.strip()

    def all(self, *tags: str) -> list[tuple[dict[str, str], str]]:
        """Return attributes and words of all elements with one of these names."""
        return [
            (attributes, self.words.get(number, ""))
            for number, (tag, attributes) in enumerate(self.elements)
            if tag in tags
        ]


def faults(html: str) -> list[str]:
    """Return what is badly made about a page; an empty list for a good one."""
    page = Page(html)
    found = [
        *([] if html.lstrip().lower().startswith("<!doctype html>") else ["no doctype"]),
        *([] if all(tag.get("lang") for tag, _ in page.all("html")) else ["no language"]),
        *([] if [words for _, words in page.all("title") if words] else ["no title"]),
        *([] if len(page.all("h1")) == 1 else [f"{len(page.all('h1'))} h1"]),
    ]
    return found + unnamed(page) + inline_code(page) + ids(page)


def unnamed(page: Page) -> list[str]:
    """Return the questions without a label and the buttons, links and pictures without a name."""
    labelled = {label.get("for") for label, words in page.all("label") if words}
    questions = [question for question, _ in page.all(*QUESTIONS) if is_asked(question)]
    nameless = [
        f"question {question.get('name')}"
        for question in questions
        if question.get("id") not in labelled and not has_own_name(question)
    ]
    nameless += [
        f"button or link {element}"
        for element, words in page.all("button", "a")
        if not words and not has_own_name(element)
    ]
    return nameless + ["picture" for picture, _ in page.all("img") if "alt" not in picture]


def is_asked(question: dict[str, str]) -> bool:
    """Say whether a person meets this question."""
    return question.get("type") not in UNASKED and "hidden" not in question


def has_own_name(element: dict[str, str]) -> bool:
    """Say whether an element carries its name for a screen reader with it."""
    return bool(element.get("aria-label") or element.get("aria-labelledby"))


def inline_code(page: Page) -> list[str]:
    """Return what the content security policy would not run."""
    inline = [
        f"{name} on {tag}"
        for tag, attributes in page.elements
        for name in attributes
        if name == "style" or name.startswith("on")
    ]
    inline += ["style element" for _ in page.all("style")]
    scripts = [script for script, _ in page.all("script") if "src" not in script]
    return inline + ["inline script" for script in scripts if script.get("type") not in DATA]


def ids(page: Page) -> list[str]:
    """Return ids used twice, and references to an id that is not there."""
    counted = Counter(element["id"] for _, element in page.elements if "id" in element)
    twice = [f"id {name} used {times} times" for name, times in counted.items() if times > 1]
    referring = [
        (name, word)
        for _, element in page.elements
        for name in ("for", "aria-describedby", "aria-labelledby", "aria-controls")
        for word in element.get(name, "").split()
    ]
    return twice + [
        f"{name}={word} leads nowhere" for name, word in referring if word not in counted
    ]
