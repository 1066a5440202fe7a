"""What every form does: refuse unknown fields, and come back with what was typed."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar

from flask import render_template, request
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm
from markupsafe import Markup
from wtforms import Field, FieldList, Form, FormField
from wtforms.validators import ValidationError
from wtforms.widgets import html_params

from diary.web.errors import DiaryError

T = TypeVar("T")


class StrictForm(FlaskForm):
    """A form that refuses a request with any other field than its own."""

    def validate(self, extra_validators: Any = None) -> bool:
        """Check every field, and that there is no further one."""
        unknown = self.received_names() - {"csrf_token", *_names(self)}
        valid: bool = super().validate(extra_validators)
        if unknown:
            self.form_errors.append("This form was sent with a question it does not ask.")
        return valid and not unknown

    def received_names(self) -> set[str]:
        """The names of the fields that were sent."""
        return {*request.form, *request.files}


class LongSelect:
    """Draws a <select> with hundreds of options, which are made once and marked where chosen."""

    def __init__(self, options: Callable[[], Markup]) -> None:
        self.options = options

    def __call__(self, field: Field, **attributes: Any) -> Markup:
        """Draw the list with the field's value chosen, also when it is none of the options."""
        chosen = Markup('value="{}"').format(field.data or "")
        options = self.options()
        if chosen not in options:
            options = Markup("<option {0}>{1}</option>").format(chosen, field.data) + options
        attributes.setdefault("required", bool(field.flags.required))
        params = Markup(html_params(id=field.id, name=field.name, **attributes))  # noqa: S704
        return Markup("<select {}>{}</select>").format(
            params, options.replace(chosen, chosen + Markup(" selected"), 1)
        )


def _names(fields: Iterable[Field]) -> Iterator[str]:
    for field in fields:
        yield field.name
        if isinstance(field, FieldList):
            yield from _names(field)
        elif isinstance(field, FormField):
            yield from _names(field.form)


def refusing(check: Callable[[Any], T]) -> Callable[[Form, Field], None]:
    """Turn a check that raises DiaryError into a validator that puts the message at the field."""

    def validator(_form: Form, field: Field) -> None:
        try:
            check(field.data)
        except DiaryError as error:
            raise ValidationError(str(error)) from None

    return validator


def show_form(template: str, form: FlaskForm, **values: Any) -> ResponseReturnValue:
    """Render a form's page: 200 when asked for, 422 when the form came with something wrong."""
    status = 422 if form.is_submitted() else 200
    return render_template(template, form=form, **values), status
