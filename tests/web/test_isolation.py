"""What people typed is isolated wherever a template shows it."""

import pytest
from flask import Flask, render_template_string

SHALOM = "\u05e9\u05dc\u05d5\u05dd"
ISOLATED = f"\u2068{SHALOM}\u2069"


@pytest.mark.parametrize(
    ("template", "shown"),
    [
        ("<p>{{ name }} 3 days</p>", f"<p>{ISOLATED} 3 days</p>"),
        ("{{ other if other else name }}", ISOLATED),
        ("{{ name|upper }}, {{ name ~ 3 }}", f"{ISOLATED}, \u2068{SHALOM}3\u2069"),
        ("{% for one in [name] %}<li>{{ one }}{% endfor %}", f"<li>{ISOLATED}"),
        ("{% macro said(it) %}<b>{{ it }}</b>{% endmacro %}{{ said(name) }}", f"<b>{ISOLATED}</b>"),
        ("<title>{% block title %}{{ name }}{% endblock %}</title>", f"<title>{ISOLATED}</title>"),
        ("{{ '<' ~ name }}", f"\u2068&lt;{SHALOM}\u2069"),
        ("{{ 3 }} {{ none }} {{ 'Anna' }} {{ '<' }}", "3 None Anna &lt;"),
    ],
)
def test_text_is_isolated(app_on_sqlite: Flask, template: str, shown: str) -> None:
    with app_on_sqlite.app_context():
        assert render_template_string(template, name=SHALOM) == shown


@pytest.mark.parametrize(
    "template",
    [
        '<input value="{{ name }}">',
        '<input{% if name %} value="{{ name }}"{% endif %} name="x">',
        '<a href="{{ name }}">x</a>',
    ],
)
def test_what_is_sent_again_stays_as_it_is(app_on_sqlite: Flask, template: str) -> None:
    with app_on_sqlite.app_context():
        shown = render_template_string(template, name=SHALOM)
    assert SHALOM in shown
    assert ISOLATED not in shown
