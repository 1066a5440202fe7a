"""A figure is drawn once for the same count of the same days, and never for others."""

from datetime import date

from flask import Flask

from diary.clinical.count import Count, Verdict
from diary.clinical.measure import Measure
from diary.reports.figure import Figure
from diary.sharing.viewpoint import Addresses
from diary.web.drawn import drawn

FIRST, SECOND = date(2026, 4, 1), date(2026, 4, 2)


def a_figure(*certain: date) -> Figure:
    """One headache day of April, which could be any of them."""
    return Figure(
        measure=Measure.HEADACHE_DAYS,
        count=Count(lower=1, upper=1, recorded=30, length=30),
        certain=certain,
        possible=(),
        verdict=Verdict.NOT_MET,
    )


def test_the_same_figure_is_drawn_once(app_on_sqlite: Flask) -> None:
    with app_on_sqlite.test_request_context():
        once, again = (drawn("figure", (a_figure(FIRST), Addresses(), False)) for _ in range(2))
    assert once is again
    assert 'href="/days/2026-04-01"' in once


def test_other_days_other_addresses_and_a_running_month_are_drawn_anew(
    app_on_sqlite: Flask,
) -> None:
    shown = [
        (a_figure(FIRST), Addresses(), False),
        (a_figure(SECOND), Addresses(), False),
        (a_figure(FIRST), Addresses(root="/demo"), False),
        (a_figure(FIRST), Addresses(), True),
    ]
    with app_on_sqlite.test_request_context():
        assert len({drawn("figure", one) for one in shown}) == len(shown)
