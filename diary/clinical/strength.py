"""The strength at the end of a medicine's name, such as "50 mg" or "8/500"."""

import re

_NUMBER = r"\d+(?:[.,]\d+)?"
_UNIT = r"(?:mg|g|mcg|µg|μg|ug|ml|iu|units?|%)"
_AMOUNT = rf"{_NUMBER}\s*{_UNIT}?(?:\s*/\s*(?:{_NUMBER}\s*)?{_UNIT}?)*"
_LONGEST = 60
"""Letters at the end of a name in which a strength is looked for, whatever the name's length."""
_STRENGTH = re.compile(rf"\s+(?P<strength>{_AMOUNT})\s*$", re.IGNORECASE)


def split_strength(named: str) -> tuple[str, str | None]:
    """("sumatriptan", "50 mg") of "sumatriptan 50 mg"; (name, None) when no strength is given."""
    found = _STRENGTH.search(named, max(0, len(named) - _LONGEST))
    if found is None:
        return named.strip(), None
    return named[: found.start()].strip(), found["strength"].strip()
