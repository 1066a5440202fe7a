"""Countries to choose from."""

from diary.web.countries import countries


def test_countries_stand_in_the_order_of_their_names() -> None:
    assert list(countries().values()) == sorted(countries().values())
    assert countries()["DE"] == "Germany"
