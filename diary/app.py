"""The app: settings, extensions, features and error pages put together."""

import click
from flask import Flask
from flask.cli import FlaskGroup

from config import PROJECT, Settings
from diary.accounts import views as accounts
from diary.accounts.clock import today_of
from diary.accounts.gate import signed_in
from diary.accounts.here import here_cookie
from diary.botox import views as botox
from diary.botox.calendar import views as session_calendar
from diary.botox.disputes import views as disputes
from diary.botox.plans import views as plans
from diary.botox.side_effects import views as side_effects
from diary.clinic import views as clinic
from diary.clinic.patients import views as patients
from diary.clinic.sessions import views as clinic_sessions
from diary.database import init_database
from diary.days import views as days
from diary.days.headaches import views as headaches
from diary.days.queue import views as queue
from diary.events import views as events
from diary.exporters import views as exporters
from diary.extensions import csrf, login, migrate
from diary.importers import views as importers
from diary.medicines import views as medicines
from diary.medicines.preventives import views as preventives
from diary.pwa import views as pwa
from diary.reports import views as reports
from diary.reports.demo import views as demo
from diary.reports.linked import views as linked
from diary.sharing import views as sharing
from diary.sharing.codes import views as codes
from diary.sharing.invitations import views as invitations
from diary.sharing.links import views as links
from diary.sharing.links.opening import views as opening
from diary.today import views as today
from diary.web import health, pages
from diary.web.cdn import init_cdn
from diary.web.compression import init_compression
from diary.web.converters import init_converters
from diary.web.envelope import init_envelope
from diary.web.errors import init_errors
from diary.web.formatting import init_formatting
from diary.web.input import init_input
from diary.web.log import DiscreetFlask, init_log
from diary.web.origin import init_origin
from diary.web.refusals import init_refusals
from diary.web.schema import require_current_schema
from diary.web.security import init_security
from diary.web.server_log import init_server_log
from diary.web.static import init_static, static_address

FEATURES = (
    health.bp,
    pages.bp,
    accounts.bp,
    medicines.bp,
    preventives.bp,
    botox.bp,
    plans.bp,
    side_effects.bp,
    session_calendar.bp,
    events.bp,
    days.bp,
    headaches.bp,
    queue.bp,
    reports.bp,
    today.bp,
    pwa.bp,
    demo.bp,
    sharing.bp,
    invitations.bp,
    codes.bp,
    links.bp,
    opening.bp,
    linked.bp,
    clinic.bp,
    clinic_sessions.bp,
    disputes.bp,
    patients.bp,
    importers.bp,
    exporters.bp,
)


def create_app(settings: Settings | None = None) -> Flask:
    """Return the app ready to serve; raise SchemaError when the database does not fit the code."""
    app = build_app(settings or Settings.from_environment())
    if not _is_choosing_a_command():
        with app.app_context():
            require_current_schema()
    return app


def build_app(settings: Settings) -> Flask:
    """Return the app without looking at its database."""
    app = DiscreetFlask(
        __name__,
        template_folder=str(PROJECT / "templates"),
        static_folder=str(PROJECT / "static"),
        static_url_path=static_address(PROJECT / "static"),
    )
    app.config.from_mapping(settings.for_flask())
    init_log(app)
    init_server_log()
    init_static(app)
    init_compression(app)
    init_security(app)
    init_cdn(app)
    init_input(app)
    init_database(app)
    csrf.init_app(app)
    init_origin(app)
    login.init_app(app, add_context_processor=False)
    migrate.init_app(app)
    init_converters(app)
    init_errors(app)
    init_formatting(app)
    init_refusals(app)
    app.add_template_global(today_of)
    app.add_template_global(signed_in)
    app.add_template_global(here_cookie)
    for blueprint in FEATURES:
        app.register_blueprint(blueprint)
    init_envelope(app)
    return app


def _is_choosing_a_command() -> bool:
    """Say whether `flask` loads the app only to list its commands, `db upgrade` among them."""
    context = click.get_current_context(silent=True)
    return context is not None and isinstance(context.command, FlaskGroup)
