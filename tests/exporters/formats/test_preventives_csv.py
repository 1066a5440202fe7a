"""Preventives that were exported are imported as the same preventives."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from diary.clinical.treatment import Outcome, Preventive
from diary.exporters.formats.preventives_csv import write_preventives_csv
from diary.importers.sources.preventives_csv import read_preventives_csv
from tests.any_day import TEXTS

WORDS = TEXTS.map(str.strip).filter(bool)
PREVENTIVES = st.builds(
    Preventive,
    medicine=WORDS,
    medicine_class=st.none() | WORDS,
    started=st.none() | st.dates(date(1990, 1, 1), date(2020, 1, 1)),
    stopped=st.none() | st.dates(date(2020, 1, 1), date(2099, 12, 31)),
    outcome=st.none() | st.sampled_from(Outcome),
)


@given(st.lists(PREVENTIVES, min_size=1, max_size=3, unique=True))
def test_export_then_import_gives_the_same_preventives(preventives: list[Preventive]) -> None:
    parsed = read_preventives_csv(write_preventives_csv(preventives))
    assert parsed.items == tuple(preventives)
    assert parsed.bad_rows == ()


def test_what_a_spreadsheet_would_run_is_guarded() -> None:
    assert b"'=topiramate" in write_preventives_csv([Preventive(medicine="=topiramate")])
