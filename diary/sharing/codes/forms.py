"""What a clinician writes for patients to recognise."""

from wtforms.validators import DataRequired

from diary.web.fields import LineField
from diary.web.forms import StrictForm


class ClinicForm(StrictForm):
    """Name the clinic."""

    clinic = LineField("Name of your clinic", [DataRequired("Give the name of your clinic.")])
