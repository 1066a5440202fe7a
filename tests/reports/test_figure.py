"""A figure opens to the days behind it, each at the reader's own address."""

from datetime import date

from flask import Flask, get_template_attribute

from diary.clinical.count import Count, Verdict
from diary.clinical.measure import Measure
from diary.reports.figure import Figure
from diary.sharing.viewpoint import Addresses

FIRST, SECOND = date(2026, 4, 1), date(2026, 4, 2)


def shown(app: Flask, root: str, *certain: date) -> str:
    """One headache day of April, which could be any of them, as a reader from `root` sees it."""
    figure = Figure(
        measure=Measure.HEADACHE_DAYS,
        count=Count(lower=1, upper=1, recorded=30, length=30),
        certain=certain,
        possible=(),
        verdict=Verdict.NOT_MET,
    )
    with app.test_request_context():
        macro = get_template_attribute("components/figure.html", "figure")
        return str(macro(figure, Addresses(root=root), False))


def test_the_day_behind_a_figure_can_be_opened(app_on_sqlite: Flask) -> None:
    page = shown(app_on_sqlite, "", FIRST)
    assert 'href="/days/2026-04-01">Wed 1<' in page
    assert "April 2026" in page


def test_other_days_and_other_readers_have_other_addresses(app_on_sqlite: Flask) -> None:
    assert 'href="/days/2026-04-02"' in shown(app_on_sqlite, "", SECOND)
    assert 'href="/demo/days/2026-04-01"' in shown(app_on_sqlite, "/demo", FIRST)
