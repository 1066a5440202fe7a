"""What a patient writes about a medicine of their own."""

from typing import Any

from wtforms import RadioField, SelectField
from wtforms.validators import DataRequired, ValidationError

from diary.clinical.day import DiaryDayError, Dose, Purpose
from diary.clinical.limits import LONGEST_STRENGTH, NoMedicineError, refuse_dose
from diary.clinical.medicine import STANDARD_FORMULARY, UNKNOWN_CLASSES
from diary.medicines.kind import MedicineKind
from diary.medicines.models import OwnMedicine
from diary.web.fields import MAY_STAY_OPEN, LineField
from diary.web.forms import StrictForm


class OwnMedicineForm(StrictForm):
    """Name a medicine; its kind is asked for what the formulary does not know."""

    name = LineField(
        "Medicine",
        [DataRequired("Write the name that is on the packet.")],
        description="Start typing its name. Brand names work too.",
    )
    strength = LineField(
        "Strength", description="As on the packet, such as 50 mg.", longest=LONGEST_STRENGTH
    )
    purpose = RadioField(
        "What do you mostly take it for?",
        choices={
            Purpose.ACUTE.value: "For a headache",
            Purpose.PREVENTIVE.value: "To prevent headaches",
            "": "Not answered",
        },
        validators=[MAY_STAY_OPEN],
    )
    kind = SelectField(
        "What kind is it?",
        description="Only needed when the diary does not know the name.",
        choices={"": "Not answered"} | {kind.value: kind.words for kind in MedicineKind},
        validators=[MAY_STAY_OPEN],
    )

    def validate_name(self, _field: LineField) -> None:
        """Refuse what no dose could be called."""
        try:
            refuse_dose(self._dose())
        except NoMedicineError:
            raise ValidationError("Write the name that is on the packet.") from None
        except DiaryDayError as error:
            raise ValidationError(str(error)) from None

    def medicine(self) -> dict[str, Any]:
        """Return the answers as the store takes them; the formulary's word on the kind wins."""
        dose = self._dose()
        is_known = STANDARD_FORMULARY.classes_of(dose) != UNKNOWN_CLASSES
        asked = None if is_known else self.kind.data
        return {
            "name": dose.name,
            "strength": dose.strength,
            "purpose": Purpose(self.purpose.data) if self.purpose.data else None,
            "kind": MedicineKind(asked) if asked else None,
        }

    @classmethod
    def showing(cls, medicine: OwnMedicine) -> "OwnMedicineForm":
        """Return the form filled with a medicine, or with what was just sent about it."""
        return cls(
            name=medicine.name,
            strength=medicine.strength,
            purpose=medicine.purpose,
            kind=medicine.kind,
        )

    def _dose(self) -> Dose:
        return Dose(name=self.name.data or "", strength=self.strength.data)
