"""Which patients a list shows, and in which order, as its address says."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeVar
from urllib.parse import urlencode

MOST_LETTERS = 100
MOST_PAGES = 100_000
Word = TypeVar("Word", bound=StrEnum)


class Order(StrEnum):
    """By what a list is sorted."""

    NAME = "name"
    RECORDED = "recorded"
    HEADACHE = "headache"
    MIGRAINE = "migraine"
    SEVERE = "severe"
    CHANGE = "change"
    DUE = "due"
    OVERUSE = "overuse"
    ENDS = "ends"


class Only(StrEnum):
    """Which of the patients are listed."""

    ALL = "all"
    DUE = "due"
    OVERUSE = "overuse"
    BELOW_30 = "below-30"
    HARDLY_RECORDED = "hardly-recorded"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What the clinician chose; `page` counts from 1."""

    order: Order = Order.NAME
    only: Only = Only.ALL
    name: str = ""
    page: int = 1

    @property
    def query(self) -> str:
        """The part of an address behind the question mark, without what is usual."""
        said = {"order": self.order, "only": self.only, "name": self.name, "page": self.page}
        usual = {"order": Order.NAME, "only": Only.ALL, "name": "", "page": 1}
        return urlencode({key: value for key, value in said.items() if value != usual[key]})

    def ordered(self, order: Order) -> "Choice":
        """The same patients from the first page, in another order."""
        return replace(self, order=order, page=1)

    def turned(self, pages: int) -> "Choice":
        """The list some pages on, or back."""
        return replace(self, page=self.page + pages)


def read_choice(said: Mapping[str, str]) -> Choice:
    """The choice of an address; what it does not know is as if it had not been said."""
    page = said.get("page", "")
    return Choice(
        order=_word(Order, said.get("order"), Order.NAME),
        only=_word(Only, said.get("only"), Only.ALL),
        name=said.get("name", "").strip()[:MOST_LETTERS],
        page=min(int(page), MOST_PAGES) if page.isascii() and page.isdigit() and int(page) else 1,
    )


def _word(words: type[Word], said: str | None, otherwise: Word) -> Word:
    return words(said) if said in set(words) else otherwise
