"""Every name a medicine goes by, as the options of a <datalist>."""

from collections.abc import Iterable
from functools import lru_cache

from markupsafe import Markup

from diary.clinical.medicine import Medicine

GENERIC = Markup('<option value="{}"></option>')
OTHER = Markup('<option value="{}" label="{}"></option>')


@lru_cache(maxsize=2)
def medicine_options(medicines: Iterable[Medicine]) -> Markup:
    """Return all names; a brand says its generic name. The long lists are drawn once and kept."""
    return Markup("\n").join(option for one in medicines for option in _options(one))


def _options(medicine: Medicine) -> list[Markup]:
    generic, *others = medicine.names
    return [GENERIC.format(generic), *(OTHER.format(name, generic) for name in others)]
