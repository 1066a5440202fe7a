"""Reports for tests, from any days, without a database."""

from collections.abc import Iterable
from datetime import date
from io import BytesIO
from typing import Any

from pypdf import PdfReader

from diary.accounts.models import Account, Role
from diary.botox.models import RecordedSession
from diary.clinical.day import DiaryDay
from diary.clinical.diary import Diary
from diary.clinical.period import Month, Period
from diary.clinical.treatment import Preventive
from diary.reports.one_page import OnePage, WhatWasRead, page_of
from diary.reports.paper.asked import Asked, Paper
from diary.sharing.scope import WHOLE
from diary.sharing.viewpoint import Viewpoint

TODAY = date(2026, 4, 14)
JANUARY = Month(2026, 1)


def a_page(
    days: Iterable[DiaryDay],
    *,
    sessions: Iterable[date] = (),
    preventives: list[Preventive] | None = None,
    name: str = "Anna",
    first: Month = JANUARY,
    on: date = TODAY,
) -> OnePage:
    """The report of a patient with these days, and sessions on these dates."""
    patient = Account(name=name, role=Role.PATIENT, email="a@example.org", is_demo=False)
    view = Viewpoint(patient=patient, on=on, scope=WHOLE)
    rows = [RecordedSession(date=given, units=155, sites=31) for given in sessions]
    return page_of(
        WhatWasRead(
            view=view,
            period=Period(first.period.first, on),
            diary=Diary(days),
            rows=rows,
            preventives=preventives,
        )
    )


def asked_for(page: OnePage, **more: Any) -> Asked:
    """The months of the page, on A4, unless said otherwise."""
    months = {"first": Month.of(page.period.first), "last": Month.of(page.period.last)}
    return Asked(**{**months, "paper": Paper.A4, **more})


def read(pdf: bytes) -> PdfReader:
    """The PDF, to look into."""
    return PdfReader(BytesIO(pdf))
