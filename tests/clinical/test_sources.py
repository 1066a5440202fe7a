"""Every source says where it can be read."""

from diary.clinical.sources import EHF, ICHD_ADDRESSES, PAYERS, US_LABEL, ichd, nice


def test_published_documents_have_a_secure_address() -> None:
    sources = [US_LABEL, EHF, nice("1.1"), *(ichd(section) for section in ICHD_ADDRESSES)]
    assert all((source.address or "").startswith("https://") for source in sources)
    assert all(source.citation and source.title for source in sources)


def test_payer_policies_have_no_single_address_and_say_that_they_vary() -> None:
    assert PAYERS.address is None
    assert "vary" in PAYERS.citation
