"""The questions about each muscle, and the buttons that answer them."""

from collections.abc import Iterator

import pytest
from flask import Flask
from werkzeug.datastructures import MultiDict

from diary.botox.fields import MuscleQuestions, answers_of, asking_each_muscle
from diary.clinical.muscles import STANDARD_PATTERN, InjectionPattern
from diary.web.forms import StrictForm


@asking_each_muscle
class Questions(MuscleQuestions, StrictForm):
    """Nothing but the muscles."""


@pytest.fixture(autouse=True)
def _request(app_on_sqlite: Flask) -> Iterator[None]:
    with app_on_sqlite.test_request_context():
        yield


def asked(**answers: str) -> Questions:
    """The form as it comes with these answers."""
    return Questions(MultiDict(answers), meta={"csrf": False})


def numbers(form: Questions, place: str) -> tuple[object, object]:
    """What stands in the two questions about a place."""
    return form[f"{place}_units"].data, form[f"{place}_sites"].data


def test_a_pattern_goes_into_the_questions_and_comes_out_the_same() -> None:
    form = Questions(data=answers_of(STANDARD_PATTERN), meta={"csrf": False})
    assert form.pattern() == STANDARD_PATTERN
    form = asked()
    form.put_pattern(STANDARD_PATTERN)
    assert form.pattern() == STANDARD_PATTERN


def test_nothing_answered_is_an_empty_pattern() -> None:
    assert asked().pattern() == asked(temporalis_left_units="0").pattern() == InjectionPattern(())


def test_a_step_is_one_site_of_five_units() -> None:
    form = asked(temporalis_left_units="20", temporalis_left_sites="4")
    form.step("temporalis_left more")
    assert numbers(form, "temporalis_left") == (25, 5)
    form.step("temporalis_left less")
    form.step("temporalis_left less")
    assert numbers(form, "temporalis_left") == (15, 3)


def test_no_step_leads_below_nothing_or_above_what_can_be_kept() -> None:
    form = asked(
        procerus_midline_units="5", procerus_midline_sites="1", trapezius_left_units="9999"
    )
    for _ in range(2):
        form.step("procerus_midline less")
    form.step("trapezius_left more")
    assert numbers(form, "procerus_midline") == (None, None)
    assert numbers(form, "trapezius_left") == (400, 1)


@pytest.mark.parametrize("button", ["", "nowhere more", "procerus_midline", "procerus_midline up"])
def test_a_button_that_does_not_exist_does_nothing(button: str) -> None:
    form = asked(procerus_midline_units="5")
    form.step(button)
    assert numbers(form, "procerus_midline") == (5, None)


def test_a_number_that_cannot_be_is_left_out_of_the_sum_and_refused() -> None:
    form = asked(frontalis_left_units="401", frontalis_right_units="10")
    assert form.pattern().units == 10
    assert not form.validate()
    assert form["frontalis_left_units"].errors == ["Give up to 400."]


def test_sites_alone_are_asked_about() -> None:
    form = asked(frontalis_left_sites="2")
    assert form.validate()
    assert not form.has_sites_with_units()
    assert "Give the units too" in form["frontalis_left_units"].errors[0]
    assert asked(frontalis_left_sites="2", frontalis_left_units="10").has_sites_with_units()
