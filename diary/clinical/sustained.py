"""Rules that ask for more than 3 months: four calendar months in a row, judged and put in words."""

from diary.clinical.case import MONTHS_IN_A_ROW_NEEDED, Case, MonthJudge
from diary.clinical.count import Verdict
from diary.clinical.finding import Judgement


def judge_sustained(
    case: Case, judge: MonthJudge, shown: str, open_points: tuple[str, ...] = ()
) -> Judgement:
    """Whether every one of the last four months of the row shows `shown`, a noun phrase."""
    verdict, in_a_row = case.sustained(judge), case.months_in_a_row(judge)
    return Judgement(
        verdict=verdict,
        statement=_statement(verdict, in_a_row, shown),
        open_points=open_points,
    )


def _statement(verdict: Verdict, in_a_row: int, shown: str) -> str:
    if verdict is Verdict.MET:
        return f"The diary shows {shown} in each of the last {MONTHS_IN_A_ROW_NEEDED} months."
    if in_a_row:
        months = "month" if in_a_row == 1 else "months in a row"
        return f"{in_a_row} {months} so far with {shown}; the definition asks for more than 3."
    if verdict is Verdict.NOT_MET:
        return f"The last {MONTHS_IN_A_ROW_NEEDED} months did not all have {shown}."
    return f"Too few days are recorded to tell whether there were {shown} for more than 3 months."
