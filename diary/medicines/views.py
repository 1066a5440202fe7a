"""The patient's own list of medicines."""

from flask import Blueprint

from diary.medicines import store as store

bp = Blueprint("medicines", __name__, url_prefix="/medicines")
