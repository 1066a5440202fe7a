"""The figures of the trials, each beside its placebo."""

from decimal import Decimal

from diary.clinical.trials import TRIALS, trials_in_words


def test_the_medicine_itself_made_one_point_four_and_two_point_three_days() -> None:
    assert [trial.difference for trial in TRIALS] == [Decimal("1.4"), Decimal("2.3")]


def test_the_words_never_give_botox_without_placebo() -> None:
    assert trials_in_words() == (
        "In the two large trials, headache days in 28 days at week 24 fell by 7.8 with Botox and "
        "6.4 with placebo, and by 9.2 with Botox and 6.9 with placebo. "
        "The medicine itself made a difference of 1.4 and 2.3 days."
    )


def test_every_trial_names_its_paper() -> None:
    addresses = [trial.paper.address for trial in TRIALS]
    assert len(set(addresses)) == 2
    assert all(address and address.startswith("https://doi.org/") for address in addresses)
