"""Addresses for monitoring: is the app alive, can it serve."""

from flask import Blueprint
from flask.typing import ResponseReturnValue
from sqlalchemy.exc import DBAPIError

from diary.web.gates import public
from diary.web.schema import NoDatabaseError, SchemaError, require_current_schema

bp = Blueprint("health", __name__)


@bp.get("/healthz")
@public
def show_alive() -> ResponseReturnValue:
    """The process answers."""
    return {"status": "alive"}


@bp.get("/readyz")
@public
def show_ready() -> ResponseReturnValue:
    """The database is reachable and has the schema of this code."""
    try:
        require_current_schema()
    except SchemaError as error:
        return {"status": "not ready", "reason": str(error)}, 503
    except (NoDatabaseError, DBAPIError):
        return {"status": "not ready", "reason": "The database does not answer."}, 503
    return {"status": "ready"}
