"""What is wrong with a form, field by field, wherever in it the field stands."""

from collections.abc import Iterable, Iterator
from typing import TypedDict

from flask import Flask
from wtforms import Field, FieldList, Form, FormField


class Refusal(TypedDict):
    """A message, under the name of the field that it is about."""

    field: str
    message: str


def refused_fields(fields: Iterable[Field]) -> Iterator[Field]:
    """The fields at fault in the order of the form, those of the small forms inside it too."""
    for field in fields:
        if own_messages(field):
            yield field
        if isinstance(field, FieldList):
            yield from refused_fields(field)
        elif isinstance(field, FormField):
            yield from refused_fields(field.form)


def own_messages(field: Field) -> list[str]:
    """What a field says itself; small forms and lists keep what is said inside them there too."""
    if isinstance(field, FormField):
        return []
    return [message for message in field.errors if isinstance(message, str)]


def refusals(form: Form) -> list[Refusal]:
    """Everything that is wrong, under the names of the fields; of the whole form, under none."""
    whole: list[Refusal] = [{"field": "", "message": message} for message in form.form_errors]
    return whole + [
        {"field": field.name, "message": " ".join(own_messages(field))}
        for field in refused_fields(form)
    ]


def aim_at_first_refusal(form: Form) -> None:
    """Have the page open at the first field at fault, which works without a script."""
    for field in refused_fields(form):
        field.render_kw = {**(field.render_kw or {}), "autofocus": True}
        return


def init_refusals(app: Flask) -> None:
    """Give what the summary of a form asks for to the templates."""
    app.add_template_filter(refused_fields)
    app.add_template_filter(own_messages)
