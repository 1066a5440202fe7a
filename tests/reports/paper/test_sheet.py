"""What is printed: its parts, and nothing where there is nothing to say."""

from datetime import date, timedelta

from diary.clinical.day import DiaryDay
from diary.clinical.period import Month, days_from
from diary.clinical.treatment import Outcome, Preventive
from diary.reports.paper.candidate import NO_LIST, NONE_TRIED
from diary.reports.paper.sheet import LONGEST_NOTE, MOST_NOTES, Sheet, sheet_of
from diary.reports.paper.treated import MOST_SESSIONS
from tests.diaries import a_clear_day, days_of
from tests.reports.paper.visits import TODAY, a_page, asked_for

FIRST = date(2026, 1, 1)


def days(length: int = 104) -> list[DiaryDay]:
    """Days from the first of January on, a headache on every other one."""
    return days_of(days_from(FIRST, length), headache_days=length // 2)


def sheet(recorded: list[DiaryDay], **more: object) -> Sheet:
    """The report of these days from January to today."""
    wishes = {name: more.pop(name) for name in ("notes", "evidence") if name in more}
    page = a_page(recorded, **more)  # type: ignore[arg-type]
    return sheet_of(page, asked_for(page, **wishes))


def test_it_names_patient_period_and_coverage() -> None:
    shown = sheet(days())
    assert (shown.name, shown.period) == ("Anna", "1 January 2026 to 14 April 2026")
    assert shown.coverage == "104 of 104 days recorded"
    assert shown.title == "Headache diary, January to April 2026"
    assert "Anna" not in shown.title


def test_a_diary_begun_later_says_so() -> None:
    recorded = days_of(days_from(date(2026, 3, 2), 10))
    assert sheet(recorded).coverage == "10 of 104 days recorded, the first on 2 March 2026"


def test_an_empty_diary_has_no_table_no_chart_and_no_verdict_met() -> None:
    shown = sheet([])
    assert (shown.months, shown.charts, shown.treated, shown.strips) == (None, [], None, [])
    verdicts = {line.verdict for group in shown.rules for line in group.lines}
    assert verdicts
    assert "met" not in verdicts


def test_one_month_is_not_drawn_and_two_are() -> None:
    assert sheet(days(), first=Month(2026, 4)).charts == []
    assert len(sheet(days(), first=Month(2026, 3)).charts) == 2


def test_a_treatment_adds_its_charts_and_its_sessions() -> None:
    shown = sheet(days(), sessions=[date(2026, 2, 1), date(2026, 5, 1)])
    assert len(shown.charts) == 4
    assert shown.treated is not None
    assert [row[0].text for row in shown.treated.sessions.rows] == ["1: 1 February 2026"]
    assert shown.treated.next == "Next session planned: 1 May 2026."


def test_without_a_plan_twelve_weeks_are_named() -> None:
    treated = sheet(days(), sessions=[date(2026, 2, 1)]).treated
    assert treated is not None
    assert treated.next == "12 weeks after the last session: 26 April 2026."


def test_only_the_latest_sessions_have_a_row() -> None:
    given = [TODAY - timedelta(days=80 * number) for number in range(MOST_SESSIONS + 2)]
    treated = sheet(days(), sessions=given).treated
    assert treated is not None
    assert (len(treated.sessions.rows), treated.earlier) == (MOST_SESSIONS, 2)
    assert treated.sessions.rows[-1][0].text.startswith(f"{MOST_SESSIONS + 2}: 14 April")


def test_the_evidence_is_there_only_when_asked_for() -> None:
    tried = [Preventive(medicine="topiramate", outcome=Outcome.NOT_TOLERATED)]
    assert sheet(days(), preventives=tried).candidate is None
    found = sheet(days(), preventives=tried, evidence=True).candidate
    assert found is not None
    assert found.preventives is not None
    assert [cell.text for cell in found.preventives.rows[0]][::5] == ["topiramate", "not tolerated"]
    assert found.looked_at == "1 January 2026 to 14 April 2026: 104 of 104 days recorded."


def test_no_list_of_preventives_differs_from_an_empty_one() -> None:
    lists: list[list[Preventive] | None] = [None, []]
    found = [sheet(days(), preventives=one, evidence=True).candidate for one in lists]
    assert [one.tried for one in found if one] == [NO_LIST, NONE_TRIED]


def test_the_evidence_says_that_it_looks_at_the_months_before_the_first_session() -> None:
    found = sheet(days(), sessions=[date(2026, 3, 10)], evidence=True).candidate
    assert found is not None
    assert found.looked_at.startswith("1 January 2026 to 28 February 2026: 59 of 59 days")
    assert "The first session was on 10 March 2026" in found.looked_at


def test_notes_are_there_only_when_asked_for_long_ones_cut() -> None:
    recorded = [a_clear_day(FIRST, note="x" * LONGEST_NOTE), a_clear_day(TODAY, note="y" * 5000)]
    assert sheet(recorded).notes == []
    first, last = (note.text for note in sheet(recorded, notes=True).notes)
    assert first == "x" * LONGEST_NOTE
    assert last == "y" * LONGEST_NOTE + " …"


def test_the_latest_notes_are_kept_when_there_are_too_many() -> None:
    period = days_from(TODAY - timedelta(days=MOST_NOTES), MOST_NOTES + 1)
    recorded = [a_clear_day(on, note=f"on {on}") for on in period]
    shown = sheet(recorded, notes=True, first=Month(2025, 6))
    assert (len(shown.notes), shown.notes_left_out) == (MOST_NOTES, 1)
    assert shown.notes[-1].text == f"on {TODAY}"


def test_rules_about_botox_stand_under_their_question_once_it_can_be_asked() -> None:
    before, since = (
        [group.title for group in sheet(days(), sessions=given).rules]
        for given in ([], [date(2026, 2, 1)])
    )
    assert before == ["What the diary counts up to", "Could Botox be considered?"]
    assert since[:2] == before
    assert "Is it working enough to go on?" in since
