"""The demo diary in the database: found, told for the first time, and renewed."""

from datetime import UTC, date, datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from diary.accounts.models import Account, Role
from diary.botox.side_effects.store import add_side_effect
from diary.botox.store import add_session
from diary.database import db, writing
from diary.days.store import write_days
from diary.demo.side_effects import tell_side_effects
from diary.demo.story import tell_days, tell_preventives, tell_sessions
from diary.medicines.preventives.store import add_preventive
from diary.medicines.store import add_own_medicine

EMAIL = "demo@headache-diary.invalid"
NO_PASSWORD = "-"  # noqa: S105
"""The hash of no password: nobody can sign in as the invented person."""
AGE_DAYS = 365 * 41


def demo_patient() -> Account:
    """The invented person; told for the first time when there is none yet."""
    return _find() or _tell_once()


def demo_today(patient: Account) -> date:
    """The day up to which the demo diary is told."""
    return patient.created_at.date()


def renew_demo() -> Account:
    """Tell the story anew, up to today."""
    now = datetime.now(UTC)
    with writing() as session:
        session.execute(delete(Account).where(Account.is_demo))
        patient = _add_person(session, now)
        write_days(patient, tell_days(now.date()))
        for botox in tell_sessions(now.date()):
            add_session(patient, botox)
        for effect in tell_side_effects(now.date()):
            add_side_effect(patient, effect)
        for preventive in tell_preventives(now.date()):
            add_preventive(patient, preventive)
        add_own_medicine(patient, name="sumatriptan", strength="50 mg")
        add_own_medicine(patient, name="ibuprofen", strength="400 mg")
    return patient


def _find() -> Account | None:
    return db.session.scalar(select(Account).where(Account.is_demo))


def _tell_once() -> Account:
    """Tell the story unless another visitor has come first."""
    try:
        with writing():
            return _find() or renew_demo()
    except IntegrityError:
        return demo_patient()


def _add_person(session: Session, now: datetime) -> Account:
    patient = Account(
        email=EMAIL,
        password_hash=NO_PASSWORD,
        role=Role.PATIENT,
        name="Dana",
        time_zone="Europe/London",
        birth_date=now.date() - timedelta(days=AGE_DAYS),
        country="GB",
        is_demo=True,
        created_at=now,
    )
    session.add(patient)
    session.flush()
    return patient
