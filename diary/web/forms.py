"""What every form does: refuse unknown fields, and come back with what was typed."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NoReturn, TypeVar

from flask import render_template, request
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm
from markupsafe import Markup
from werkzeug.datastructures import MultiDict
from wtforms import Field, FieldList, Form, FormField, PasswordField, StringField
from wtforms.meta import DefaultMeta
from wtforms.validators import Length, StopValidation, ValidationError
from wtforms.widgets import html_params

from diary.web.errors import DiaryError

T = TypeVar("T")
LETTERS_OF_A_LINE = 200
SIGNS_A_LETTER = 3


class BoundedForm(Form):
    """A form that does no work on a text before it knows that the text is not far too long.

    Filters and checks come after that: some take a minute for what a browser sends in a second.
    """

    class Meta(DefaultMeta):
        """How its fields are drawn."""

        def render_field(self, field: Field, render_kw: Any) -> Markup:
            """Let a text run in the direction of the letters that are typed."""
            if isinstance(field, StringField) and not isinstance(field, PasswordField):
                render_kw.setdefault("dir", "auto")
            drawn: Markup = super().render_field(field, render_kw)
            return drawn

    def process(self, formdata: Any = None, *args: Any, **kwargs: Any) -> None:
        """Fill in the fields; one that gets far too much takes the beginning, and is refused."""
        formdata = self.meta.wrap_formdata(self, formdata)
        beginnings = {field.name: cut for field in self if (cut := _beginnings(field, formdata))}
        super().process(_with(beginnings, formdata), *args, **kwargs)
        for field in self:
            if field.name in beginnings and not field.process_errors:
                field.validators = [_say_too_long]


class StrictForm(BoundedForm, FlaskForm):
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


def room_of(field: Any) -> int:
    """Return how many signs a field reads at most: enough for the letters that it allows.

    A letter may come as three signs, itself and two accents, and a line break as two.
    """
    allowed = [check.max for check in field.validators if isinstance(check, Length)]
    most = max(LETTERS_OF_A_LINE, getattr(field, "most_letters", 0), *allowed)
    return SIGNS_A_LETTER * most


def _beginnings(field: Field, formdata: Any) -> list[str]:
    """Return how the texts begin that were sent for a field, if any of them is far too long."""
    sent = formdata.getlist(field.name) if formdata and field.name in formdata else []
    texts, room = [text for text in sent if isinstance(text, str)], room_of(field)
    return [text[:room] for text in texts] if any(len(text) > room for text in texts) else []


def _with(beginnings: dict[str, list[str]], formdata: Any) -> Any:
    return MultiDict(dict(formdata.lists()) | beginnings) if beginnings else formdata


def _say_too_long(_form: Form, _field: Field) -> NoReturn:
    raise StopValidation("This is far too long: only its beginning is here. Shorten it.")


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
