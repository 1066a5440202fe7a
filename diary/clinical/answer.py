"""Three-valued answers: yes (True), no (False), unanswered (None)."""

from collections.abc import Iterable

Answer = bool | None


def all_of(answers: Iterable[Answer]) -> Answer:
    """No as soon as one is no; yes when every one is yes; otherwise unanswered."""
    given = list(answers)
    if False in given:
        return False
    return None if None in given else True


def any_of(answers: Iterable[Answer]) -> Answer:
    """Yes as soon as one is yes; no when every one is no; otherwise unanswered."""
    given = list(answers)
    if True in given:
        return True
    return None if None in given else False


def at_least(needed: int, answers: Iterable[Answer]) -> Answer:
    """Whether `needed` or more are yes, as far as the given answers settle it."""
    given = list(answers)
    yes = given.count(True)
    if yes >= needed:
        return True
    return None if yes + given.count(None) >= needed else False
