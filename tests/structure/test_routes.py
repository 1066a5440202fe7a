"""Every address says who may pass, in one line directly above its view."""

import ast
import tomllib
from pathlib import Path

from flask import Flask

from tests.structure.project import ROOT, files

GATES = {
    "public",
    "sign_in_required",
    "patient_required",
    "clinician_required",
    "link_required",
}
WHO_MAY_PASS = ROOT / "tests/authorisation/rules.toml"
UNIMPORTANT = {"HEAD", "OPTIONS"}
ROUTES = {"route", "get", "post", "put", "patch", "delete"}
MODULES = [path for path in files(".py") if path.is_relative_to(ROOT / "diary")]


def test_every_address_has_a_gate(bare_app: Flask) -> None:
    endpoints = {rule.endpoint for rule in bare_app.url_map.iter_rules()} - {"static"}
    assert endpoints
    open_by_accident = [
        name for name in endpoints if not hasattr(bare_app.view_functions[name], "gate")
    ]
    assert open_by_accident == []


def test_every_address_says_who_may_pass_and_every_rule_has_an_address(bare_app: Flask) -> None:
    rules = [rule for rule in bare_app.url_map.iter_rules() if rule.endpoint != "static"]
    served = {(method, rule.rule) for rule in rules for method in rule.methods or ()}
    named = {f"{method} {address}" for method, address in served if method not in UNIMPORTANT}
    ruled = set(tomllib.loads(WHO_MAY_PASS.read_text())["addresses"])
    assert named
    assert (named - ruled, ruled - named) == (set(), set())


def test_the_one_gate_stands_directly_above_each_view() -> None:
    views = [view for module in MODULES for view in views_in(module)]
    assert views
    assert [view.name for view in views if not has_one_gate_at_the_end(view)] == []


def has_one_gate_at_the_end(view: ast.FunctionDef) -> bool:
    """Whether the last of the lines above `def` is a gate, and no other one."""
    gates = [decorator_name(line) in GATES for line in view.decorator_list]
    return gates == [False] * (len(gates) - 1) + [True]


def views_in(module: Path) -> list[ast.FunctionDef]:
    """The functions of a module that an address leads to."""
    functions = [
        node
        for node in ast.walk(ast.parse(module.read_text()))
        if isinstance(node, ast.FunctionDef)
    ]
    return [view for view in functions if any(is_route(line) for line in view.decorator_list)]


def is_route(decorator: ast.expr) -> bool:
    """Whether the decorator gives its function an address."""
    return isinstance(decorator, ast.Call) and decorator_name(decorator) in ROUTES


def decorator_name(decorator: ast.expr) -> str:
    """The last word of a decorator: `get` of `@bp.get("/")`."""
    inner = decorator.func if isinstance(decorator, ast.Call) else decorator
    return inner.attr if isinstance(inner, ast.Attribute) else getattr(inner, "id", "")
