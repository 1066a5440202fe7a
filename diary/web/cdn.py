"""The one script from elsewhere: Chart.js, at an exact version, checked by its hash.

A page with a chart says `{% block scripts %}{{ chart_scripts() }}{% endblock %}`. That keeps the
script elements in a template, from which static/js/reports/chart.js takes them when a chart comes
into view, and lets this page alone, by its content security policy, fetch them. Where scripts from
elsewhere are refused, nothing is fetched and the charts are drawn as they are on paper.
"""

from dataclasses import dataclass

from flask import Flask, g
from markupsafe import Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """A file of an npm package, as the CDN serves it."""

    package: str
    version: str
    path: str
    integrity: str

    @property
    def address(self) -> str:
        """Return the full address of the file."""
        return f"https://cdn.jsdelivr.net/npm/{self.package}@{self.version}/{self.path}"


CHART_SCRIPTS = (
    Script(
        package="chart.js",
        version="4.5.1",
        path="dist/chart.umd.min.js",
        integrity="sha384-jb8JQMbMoBUzgWatfe6COACi2ljcDdZQ2OxczGA3bGNeWe+6DChMTBJemed7ZnvJ",
    ),
)
ELEMENT = Markup('<script src="{}" integrity="{}" crossorigin="anonymous"></script>')
TEMPLATE = Markup('<template class="chart-scripts">{}</template>')


def refuse_scripts_from_elsewhere() -> None:
    """Let the page being answered do without; before it is drawn."""
    g.draws_itself = True


def page_draws_itself() -> bool:
    """Say whether the charts of the page being answered are drawn without script."""
    return bool(g.get("draws_itself"))


def chart_scripts() -> Markup:
    """Return the script elements of a page with a chart, and allow them on this page."""
    if page_draws_itself():
        return Markup()
    g.page_has_chart = True
    elements = (ELEMENT.format(script.address, script.integrity) for script in CHART_SCRIPTS)
    return TEMPLATE.format(Markup().join(elements))


def allowed_scripts() -> list[str]:
    """Return the addresses from which the page being answered may load a script."""
    return [script.address for script in CHART_SCRIPTS] if g.get("page_has_chart") else []


def init_cdn(app: Flask) -> None:
    """Give the templates `chart_scripts()` and `page_draws_itself()`."""
    app.add_template_global(chart_scripts)
    app.add_template_global(page_draws_itself)
