"""Templates share the names of the app."""

from flask import Flask

from diary.web.environment import SharedNames


def an_environment() -> SharedNames:
    """The templates of an app without pages."""
    return SharedNames(Flask(__name__))


def test_a_template_knows_the_names_of_the_app_even_those_given_later() -> None:
    environment = an_environment()
    page = environment.from_string("{{ greeting }}")
    environment.globals["greeting"] = "hello"
    assert page.render() == "hello"


def test_names_of_one_template_stay_its_own() -> None:
    environment = an_environment()
    own = environment.from_string("{{ greeting }}", globals={"greeting": "good day"})
    assert own.render() == "good day"
    assert environment.from_string("{{ greeting }}").render() == ""
