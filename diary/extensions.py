"""The extensions of the app, not yet bound to one."""

from pathlib import Path

from flask_login import LoginManager
from flask_migrate import Migrate
from flask_wtf import CSRFProtect

from diary.database import db

csrf = CSRFProtect()
login = LoginManager()
migrate = Migrate(
    db=db,
    directory=str(Path(__file__).resolve().parent.parent / "migrations"),
    render_as_batch=True,
    compare_type=True,
)
