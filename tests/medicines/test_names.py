"""The names offered while a medicine is typed."""

from diary.clinical.medicine import STANDARD_FORMULARY, UNKNOWN_CLASSES, Medicine
from diary.medicines.names import medicine_options


def test_every_name_is_offered_and_a_brand_says_its_generic_name() -> None:
    options = medicine_options(STANDARD_FORMULARY)
    assert options.count("<option") == sum(len(one.names) for one in STANDARD_FORMULARY)
    assert '<option value="sumatriptan"></option>' in options
    assert '<option value="Imigran" label="sumatriptan"></option>' in options


def test_a_name_cannot_break_out_of_its_option() -> None:
    odd = Medicine(name='"><b>', classes=UNKNOWN_CLASSES)
    assert "<b>" not in medicine_options((odd,))
