"""Preventives that were exported are imported as the same preventives."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from diary.clinical.limits import is_no_medicine
from diary.clinical.text import cleaned_line
from diary.clinical.treatment import Outcome, Preventive
from diary.exporters.formats.preventives_csv import write_preventives_csv
from diary.importers.sources.preventives_csv import read_preventives_csv
from tests.any_day import TEXTS

WORDS = TEXTS.map(cleaned_line).filter(bool)
NAMES = WORDS.filter(lambda word: not is_no_medicine(word))
TRIED = {
    "medicine": NAMES | st.just("topiramate 100 mg"),
    "medicine_class": st.none() | WORDS,
    "dose": st.none() | WORDS | st.just("50 mg twice a day"),
    "started": st.none() | st.dates(date(1990, 1, 1), date(2020, 1, 1)),
}
STOPPED = st.builds(
    Preventive,
    stopped=st.none() | st.dates(date(2020, 1, 1), date(2099, 12, 31)),
    outcome=st.sampled_from([None, *(one for one in Outcome if one != Outcome.STILL_TAKING)]),
    **TRIED,
)
PREVENTIVES = STOPPED | st.builds(Preventive, outcome=st.just(Outcome.STILL_TAKING), **TRIED)


@given(st.lists(PREVENTIVES, min_size=1, max_size=3, unique=True))
def test_export_then_import_gives_the_same_preventives(preventives: list[Preventive]) -> None:
    parsed = read_preventives_csv(write_preventives_csv(preventives))
    assert parsed.items == tuple(preventives)
    assert parsed.bad_rows == ()


def test_what_a_spreadsheet_would_run_is_guarded() -> None:
    assert b"'=topiramate" in write_preventives_csv([Preventive(medicine="=topiramate")])
