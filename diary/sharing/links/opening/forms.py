"""What the reader of a link sends: its token, and then its PIN."""

import re

from wtforms import StringField
from wtforms.validators import InputRequired, ValidationError

from diary.clinical.text import folded
from diary.sharing.links.tokens import PIN_DIGITS
from diary.web.forms import StrictForm

PIN = re.compile(rf"[0-9]{{{PIN_DIGITS}}}")


class TokenForm(StrictForm):
    """Open a link. A script fills the field from the address; without one it is pasted."""

    code = StringField(
        "The link or its code",
        description="Paste the whole link. Its code begins after the # sign.",
        validators=[InputRequired("Paste the link you were given.")],
    )


class PinForm(StrictForm):
    """Give the PIN."""

    pin = StringField(
        "PIN",
        filters=[lambda typed: re.sub(r"[\s-]", "", folded(typed or ""))],
        validators=[InputRequired(f"Type the {PIN_DIGITS} digits.")],
    )

    def validate_pin(self, field: StringField) -> None:
        """Refuse what cannot be a PIN; it does not count as a try."""
        if not PIN.fullmatch(field.data or ""):
            raise ValidationError(f"A PIN has {PIN_DIGITS} digits, such as 123 456.")

    def say_wrong(self, tries_left: int) -> None:
        """Say that it is not the PIN, and let it be typed afresh."""
        times = "once" if tries_left == 1 else f"{tries_left} times"
        self.pin.errors = [f"That is not the PIN. You can try {times} before a pause."]
        self.pin.data = ""
