"""What a person types to sign up, to sign in, and about themselves."""

from typing import Any

from wtforms import EmailField, Form, PasswordField, RadioField, StringField
from wtforms.validators import InputRequired, Optional, ValidationError

from diary.accounts import passwords, people, places
from diary.accounts.clock import today_of
from diary.accounts.gate import current_account
from diary.accounts.models import Role
from diary.clinical.text import cleaned_line
from diary.web.fields import DayField
from diary.web.forms import LongSelect, StrictForm, refusing


def _line(text: str | None) -> str | None:
    return cleaned_line(text) if text else text


def _roles() -> list[tuple[str, str]]:
    return [
        (Role.PATIENT.value, "I have headaches"),
        (Role.CLINICIAN.value, "I treat people with headaches"),
    ]


def _name() -> StringField:
    return StringField(
        "What should we call you?",
        validators=[InputRequired("Give a name. Any name will do."), refusing(people.check_name)],
        filters=[_line],
    )


def _email() -> EmailField:
    return EmailField(
        "E-mail address",
        validators=[InputRequired("Give your e-mail address."), refusing(people.address_of)],
        filters=[_line],
    )


def _time_zone() -> StringField:
    return StringField(
        "Time zone",
        description="It decides when your day begins.",
        widget=LongSelect(places.zone_options),
        validators=[InputRequired("Choose your time zone."), refusing(places.check_time_zone)],
    )


class SignUpForm(StrictForm):
    """Open an account."""

    role = RadioField(
        "What brings you here?",
        choices=_roles,
        validate_choice=False,
        validators=[InputRequired("Choose one of the two."), refusing(people.check_role)],
    )
    name = _name()
    email = _email()
    password = PasswordField(
        "Password",
        description=f"{passwords.SHORTEST} characters or more. Four or five words do well.",
        validators=[InputRequired("Choose a password.")],
    )
    time_zone = _time_zone()

    def person(self) -> dict[str, Any]:
        """Return the answers as `create_account` takes them."""
        return {
            "role": self.role.data,
            "name": self.name.data,
            "email": self.email.data,
            "password": self.password.data,
            "time_zone": self.time_zone.data,
        }

    def validate_password(self, field: PasswordField) -> None:
        """Refuse a password that would be guessed."""
        about = (self.email.data or "", self.name.data or "")
        refusing(lambda typed: passwords.check_password(typed, *about))(self, field)


class SignInForm(StrictForm):
    """Sign in."""

    email = EmailField(
        "E-mail address",
        validators=[InputRequired("Give your e-mail address.")],
        filters=[_line],
    )
    password = PasswordField("Password", validators=[InputRequired("Give your password.")])

    def proof(self) -> tuple[str, str]:
        """Return e-mail address and password."""
        return self.email.data or "", self.password.data or ""


class AccountForm(StrictForm):
    """Change what the diary knows about a person."""

    name = _name()
    time_zone = _time_zone()
    birth_date = DayField(
        "Birth date",
        description="Some clinic rules ask for your age.",
        validators=[Optional()],
    )
    country = StringField(
        "Country",
        description="It decides which emergency number you see.",
        widget=LongSelect(places.country_options),
        validators=[refusing(places.check_country)],
    )

    def person(self) -> dict[str, Any]:
        """Return the answers as `change_person` takes them."""
        return {
            "name": self.name.data,
            "time_zone": self.time_zone.data,
            "birth_date": self.birth_date.data,
            "country": self.country.data or None,
        }

    def validate_birth_date(self, field: DayField) -> None:
        """Refuse a birth date that lies ahead."""
        today = today_of(current_account())
        refusing(lambda born: people.check_birth_date(born, today))(self, field)


def _check_own_password(_form: Form, field: PasswordField) -> None:
    if not passwords.matches(field.data or "", current_account().password_hash):
        raise ValidationError("This is not the password you have now.")


def _current_password() -> PasswordField:
    return PasswordField(
        "The password you have now",
        validators=[InputRequired("Give the password you have now."), _check_own_password],
    )


class PasswordForm(StrictForm):
    """Choose a new password."""

    current_password = _current_password()
    new_password = PasswordField(
        "New password",
        description=f"{passwords.SHORTEST} characters or more. Four or five words do well.",
        validators=[InputRequired("Choose a new password.")],
    )

    def validate_new_password(self, field: PasswordField) -> None:
        """Refuse a password that would be guessed."""
        about = (current_account().email, current_account().name)
        refusing(lambda typed: passwords.check_password(typed, *about))(self, field)


class ErasureForm(StrictForm):
    """Erase an account: the password says that it is meant."""

    current_password = _current_password()
