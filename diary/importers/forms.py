"""What a person sends to import a file: the file, and what to do where it differs."""

from contextlib import closing

from flask_wtf.file import FileField, FileRequired
from wtforms import RadioField
from wtforms.validators import AnyOf, InputRequired, ValidationError

from diary.importers.registry import all_sources
from diary.web.forms import StrictForm

LARGEST_FILE = 2 * 1024 * 1024
"""Bytes: a full diary of more than twenty years."""


class FileForm(StrictForm):
    """Choose a file, and say what it holds."""

    source = RadioField(
        "What is in the file?",
        choices=lambda: [(kind.name, kind.title) for kind in all_sources().values()],
        validate_choice=False,
        validators=[InputRequired("Say what is in the file.")],
    )
    file = FileField("File", validators=[FileRequired("Choose a file.")])

    content = b""

    def validate_source(self, field: RadioField) -> None:
        """Refuse a kind of file that nobody reads."""
        if field.data not in all_sources():
            raise ValidationError("Say what is in the file.")

    def validate_file(self, field: FileField) -> None:
        """Read the file, up to the limit."""
        with closing(field.data) as file:
            self.content = file.read(LARGEST_FILE + 1)
        if len(self.content) > LARGEST_FILE:
            raise ValidationError("The file is larger than 2 MB. Part it into smaller ones.")

    @property
    def is_too_large(self) -> bool:
        """Whether the size of the file was at fault."""
        return len(self.content) > LARGEST_FILE


class ChoiceForm(StrictForm):
    """Say whose answers stay where the diary and the file differ."""

    differing = RadioField(
        "Where they differ",
        choices=lambda: [("keep", "Keep what the diary has"), ("take", "Take what the file has")],
        validate_choice=False,
        validators=[AnyOf(("keep", "take"), "Choose one of the two.")],
    )

    @property
    def take_file(self) -> bool:
        """Whether the file's answers go over the diary's."""
        return bool(self.differing.data == "take")
