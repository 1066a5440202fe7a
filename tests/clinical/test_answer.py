"""Three-valued answers are settled as soon as the given ones settle them."""

import pytest

from diary.clinical.answer import Answer, all_of, any_of, at_least


@pytest.mark.parametrize(
    ("answers", "every", "some"),
    [
        ((True, True), True, True),
        ((True, None), None, True),
        ((True, False), False, True),
        ((None, None), None, None),
        ((None, False), False, None),
        ((False, False), False, False),
        ((), True, False),
    ],
)
def test_and_and_or(answers: tuple[Answer, ...], every: Answer, some: Answer) -> None:
    assert all_of(answers) is every
    assert any_of(answers) is some


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ((True, True, None, False), True),
        ((True, None, False, False), None),
        ((None, None, False, False), None),
        ((True, False, False, False), False),
        ((None, False, False, False), False),
    ],
)
def test_at_least_two(answers: tuple[Answer, ...], expected: Answer) -> None:
    assert at_least(2, answers) is expected
