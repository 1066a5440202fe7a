"""Medication overuse: acute medicines on 10 (simple analgesics 15) or more days a month, for more than 3 months.

Source: ICHD-3 (2018), 8.2.1 to 8.2.3 and 8.2.5,
https://ichd-3.org/8-headache-attributed-to-a-substance-or-its-withdrawal/8-2-medication-overuse-headache-moh/.
The limits of opioids (8.2.4) and of several classes together (8.2.6) are commonly used; the wording of those two
sections in this edition has not been compared.
Reading taken: days of intake are counted per calendar month, never doses; "more than 3 months" is four in a row.
"""

from diary.clinical.case import Case
from diary.clinical.count import Verdict
from diary.clinical.finding import Judgement, Rule, Topic
from diary.clinical.measure import MedicineMeasure
from diary.clinical.month import MEDICINE_DAYS_A_MONTH, MonthSummary
from diary.clinical.sources import ichd
from diary.clinical.sustained import judge_sustained

LIMIT = MEDICINE_DAYS_A_MONTH[MedicineMeasure.TRIPTAN]
SIMPLE_LIMIT = MEDICINE_DAYS_A_MONTH[MedicineMeasure.SIMPLE_ANALGESIC]


def judge(case: Case) -> Judgement:
    """Four months of the row, each with a limit reached."""
    return judge_sustained(case, _month, "enough days with acute medicines to reach a limit")


def _month(month: MonthSummary) -> Verdict:
    return month.medication_overuse


RULE = Rule(
    name="medication_overuse",
    title="Days with acute medicines",
    definition=(
        f"Triptans, ergots or combination analgesics on {LIMIT} or more days a month, or simple analgesics on "
        f"{SIMPLE_LIMIT} or more, for more than 3 months. Commonly used as well: opioids, or several classes "
        f"together, on {LIMIT} or more."
    ),
    source=ichd("8.2"),
    topic=Topic.MEDICINES,
    judge=judge,
)
