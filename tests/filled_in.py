"""A form of a page as a browser sends it when nothing was touched."""

from html.parser import HTMLParser

UNSENT = {"submit", "button", "image", "reset", "file"}
TICKED = {"checkbox", "radio"}
Fields = dict[str, list[str]]


class _Form(HTMLParser):
    """The fields of the form with this class."""

    def __init__(self, html: str, named: str) -> None:
        super().__init__()
        self.named, self.inside, self.text = named, False, ""
        self.writing: str | None = None
        self.fields: Fields = {}
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take what an input holds; a text area holds the words up to its end."""
        of = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.inside = self.named in of.get("class", "").split()
        if not self.inside or not of.get("name"):
            return
        if tag == "textarea":
            self.writing, self.text = of["name"], ""
        ticked = of.get("type") not in TICKED or "checked" in of
        if tag == "input" and of.get("type") not in UNSENT and ticked:
            self._take(of["name"], of.get("value", "on" if of.get("type") in TICKED else ""))

    def handle_endtag(self, tag: str) -> None:
        """Close a text area, or the form."""
        if tag == "textarea" and self.writing:
            self._take(self.writing, self.text.removeprefix("\n"))
            self.writing = None
        if tag == "form":
            self.inside = False

    def handle_data(self, data: str) -> None:
        """Take the words of a text area."""
        self.text += data

    def _take(self, name: str, value: str) -> None:
        lines = value.replace("\r\n", "\n").replace("\r", "\n")
        self.fields.setdefault(name, []).append(lines.replace("\n", "\r\n"))


def filled_in(html: str, named: str) -> Fields:
    """The fields of the form of this class with their values."""
    return _Form(html, named).fields
