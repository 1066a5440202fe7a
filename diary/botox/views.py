"""Recording Botox sessions."""

from flask import Blueprint

from diary.botox import store as store

bp = Blueprint("botox", __name__, url_prefix="/botox/sessions")
