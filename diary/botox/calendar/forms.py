"""What a calendar says of a session."""

from wtforms import RadioField
from wtforms.validators import InputRequired

from diary.botox.calendar.models import Wording
from diary.web.forms import StrictForm


class WordingForm(StrictForm):
    """Choose the words."""

    wording = RadioField(
        "What your calendar says",
        [InputRequired("Choose one.")],
        choices={one.value: one.words for one in Wording},
    )
