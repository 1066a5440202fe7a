"""Why a day cannot be."""


class DiaryDayError(ValueError):
    """A day that contradicts itself; `field` names the CSV column at fault."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field
