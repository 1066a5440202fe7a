"""The preventives tried."""

from flask import Blueprint

from diary.medicines.preventives import store as store

bp = Blueprint("preventives", __name__, url_prefix="/medicines/preventives")
