"""What charts share: labels, marks and sentences."""

from datetime import date

from diary.clinical.count import Verdict
from diary.clinical.period import Month, months_between
from diary.clinical.treatment import BotoxSession
from diary.reports.charts import Chart, Series, in_words_of_verdicts, month_label, session_marks

MET, NOT_MET, OPEN = Verdict.MET, Verdict.NOT_MET, Verdict.CANNOT_TELL


def test_january_carries_its_year() -> None:
    labels = [month_label(Month(2026, number)) for number in (1, 2)]
    assert labels == ["Jan 26", "Feb"]


def test_a_session_stands_where_its_day_is_in_its_month() -> None:
    months = months_between(Month(2026, 3), Month(2026, 5))
    dates = [date(2026, 2, 28), date(2026, 3, 1), date(2026, 4, 15), date(2026, 6, 1)]
    marks = session_marks([BotoxSession(date=day) for day in dates], months)
    assert [mark.label for mark in marks] == ["1 Mar", "15 Apr"]
    assert [mark.at for mark in marks] == [-0.484, 0.983]


def test_the_sentence_counts_the_months_and_names_what_is_open() -> None:
    sentence = in_words_of_verdicts([MET, MET, OPEN, NOT_MET], "15 or more headache days")
    assert sentence == (
        "The diary shows 15 or more headache days in 2 of 4 months; in 1 it can’t be told."
    )


def test_the_sentence_of_one_month_without_a_doubt() -> None:
    sentence = in_words_of_verdicts([NOT_MET], "8 or more migraine days")
    assert sentence == "The diary shows 8 or more migraine days in none of 1 month."


def test_the_figures_are_plain_values() -> None:
    chart = Chart(
        title="A",
        sentence="B.",
        labels=["Apr"],
        series=[Series(name="Certain", values=[3], colour="moderate")],
        headers=["Month"],
        rows=[["April 2026"]],
        most=31,
    )
    assert chart.figures["series"] == [
        {"name": "Certain", "values": [3], "colour": "moderate", "hatched": False, "dash": ""}
    ]
