"""Every template compiles, names only templates that exist, and fits the strict policy."""

import re

import pytest
from flask import Flask
from jinja2 import meta

from tests.structure.project import ROOT

TEMPLATES = sorted(
    path.relative_to(ROOT / "templates").as_posix() for path in (ROOT / "templates").rglob("*.html")
)
INLINE = re.compile(r"""<style|\sstyle=|\son[a-z]+=["']|javascript:|<script(?![^>]*(src=|json))""")


@pytest.mark.parametrize("name", TEMPLATES)
def test_every_template_compiles(bare_app: Flask, name: str) -> None:
    bare_app.jinja_env.get_template(name)


@pytest.mark.parametrize("name", TEMPLATES)
def test_every_template_names_only_templates_that_exist(bare_app: Flask, name: str) -> None:
    source = (ROOT / "templates" / name).read_text()
    named = meta.find_referenced_templates(bare_app.jinja_env.parse(source))
    assert {other for other in named if other is not None} <= set(TEMPLATES)


@pytest.mark.parametrize("name", TEMPLATES)
def test_no_template_carries_inline_style_or_script(name: str) -> None:
    assert INLINE.findall((ROOT / "templates" / name).read_text()) == []
