"""What people typed never changes how the page around it reads: it is isolated where it is shown."""

from collections.abc import Iterator
from typing import Any

from jinja2 import Environment
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from markupsafe import Markup

from diary.clinical.text import isolated

FILTER = "isolated"


class Isolation(Extension):
    """Puts a filter behind every {{ }} of a template's text; a tag's attributes stay as they are.

    No template has to think of it, and none can forget it.
    """

    def __init__(self, environment: Environment) -> None:
        super().__init__(environment)
        environment.filters[FILTER] = isolate

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        """The template with the filter behind each of its expressions."""
        is_in_tag = False
        for token in stream:
            if token.type == "data" and set(token.value) & {"<", ">"}:
                is_in_tag = token.value.rfind("<") > token.value.rfind(">")
            yield from [token] if is_in_tag else _filtered(token)


def isolate(value: Any) -> Any:
    """Isolate text; what is drawn already, a number or a day is no text."""
    return isolated(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _filtered(token: Token) -> Iterator[Token]:
    """The sign as it is; at the end of an expression `(…)|isolated` comes about."""
    around = {
        "variable_begin": [token, Token(token.lineno, "lparen", "(")],
        "variable_end": [
            Token(token.lineno, "rparen", ")"),
            Token(token.lineno, "pipe", "|"),
            Token(token.lineno, "name", FILTER),
            token,
        ],
    }
    yield from around.get(token.type, [token])
