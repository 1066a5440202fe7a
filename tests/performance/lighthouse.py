"""Lighthouse, as on a phone on slow 4G: `.venv/bin/python -m tests.performance.lighthouse`.

The figures of every page are printed; the run fails when a page is not fully accessible or does
not follow best practice. Figures that hang on the clock fail nothing.
"""

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.performance.cdn import serving_charts
from tests.performance.patient import keep_diary
from tests.performance.server import serving

LIGHTHOUSE = "lighthouse@12.8.2"
CATEGORIES = ("performance", "accessibility", "best-practices")
ONLY = (f"--only-categories={','.join(CATEGORIES)}",)
SMALL_PHONE = ("--screenEmulation.width=360", "--screenEmulation.height=740")
FULL = 100
TRIES = 3
"""Now and then Chromium's trace of a page lacks its beginning, and Lighthouse asks to be run again."""
AIMS = "performance >= 95, accessibility 100, best practices 100, largest paint < 1.5 s"


@dataclass(frozen=True, slots=True)
class Figures:
    """What Lighthouse says of a page: three scores of 100, and two times in seconds."""

    page: str
    performance: int
    accessibility: int
    best_practices: int
    largest_paint: float
    blocked: float
    faults: tuple[str, ...]

    @property
    def is_sound(self) -> bool:
        """Say whether what does not hang on the clock is as it should be."""
        return not self.faults

    def __str__(self) -> str:
        scores = (self.performance, self.accessibility, self.best_practices)
        cells = "".join(f"{score:6}" for score in scores)
        return f"{self.page:10}{cells}{self.largest_paint:7.2f} s{self.blocked:7.2f} s  {', '.join(self.faults)}"


def main() -> None:
    """Print a line for each page; leave with an error when one is not sound."""
    missing = [name for name in ("npx", "chromium", "openssl") if shutil.which(name) is None]
    if missing:
        complaint = f"LIGHTHOUSE DID NOT RUN: {' AND '.join(missing)} MISSING"
        sys.exit(complaint if os.environ.get("CI") else print(complaint))
    print(
        f"Lighthouse, mobile (aims: {AIMS})\n{'':10}{'perf':>6}{'a11y':>6}{'best':>6}    LCP      TBT"
    )
    if not all(figures.is_sound for figures in measure()):
        sys.exit("Lighthouse found a page that is not accessible or not good practice.")


def measure() -> list[Figures]:
    """Look at each page once, with the diary of a year."""
    today = datetime.now(UTC).date()
    measured = []
    with TemporaryDirectory() as folder, serving_charts(Path(folder)) as flags:
        environment, cookies = keep_diary(Path(folder), today, years=1)
        signed_in = "; ".join(f"{name}={value}" for name, value in cookies.items())
        with serving("diary.app:create_app()", environment) as port:
            for name, path, cookie in (
                ("landing", "/", ""),
                ("sign-in", "/sign-in", ""),
                ("today", "/", signed_in),
                ("month", f"/months/{today:%Y-%m}", signed_in),
                ("trends", "/trends", signed_in),
            ):
                report = run(f"http://localhost:{port}{path}", cookie, flags, Path(folder))
                measured.append(read(name, report))
                print(measured[-1], flush=True)
    return measured


def run(address: str, cookie: str, flags: str, folder: Path) -> Path:
    """Run Lighthouse on a page and give the file of its report."""
    report, headers = folder / "report.json", folder / "headers.json"
    headers.write_text(json.dumps({"Cookie": cookie} if cookie else {}))
    root = " --no-sandbox" if os.geteuid() == 0 else ""
    command = (
        *("npx", "--yes", LIGHTHOUSE, address, "--quiet", *ONLY, *SMALL_PHONE),
        *("--output=json", f"--output-path={report}", f"--extra-headers={headers}"),
        f"--chrome-flags=--headless=new {flags}{root}",
    )
    chromium = {"CHROME_PATH": shutil.which("chromium") or ""}
    for _ in range(TRIES):
        ended = subprocess.run(command, env=os.environ | chromium, timeout=180)
        if ended.returncode == 0:
            return report
    sys.exit(f"Lighthouse did not get through {address} in {TRIES} tries.")


def read(page: str, report: Path) -> Figures:
    """Read the figures of a report, and which audits found something."""
    whole = json.loads(report.read_text())
    audits = whole["audits"]
    scores = [round(FULL * whole["categories"][name]["score"]) for name in CATEGORIES]
    judged = [
        audits[each["id"]]
        for name in CATEGORIES[1:]
        for each in whole["categories"][name]["auditRefs"]
        if each["weight"]
    ]
    faults = tuple(audit["id"] for audit in judged if audit["score"] not in (1, None))
    paint, blocked = (
        audits[name]["numericValue"] / 1000
        for name in ("largest-contentful-paint", "total-blocking-time")
    )
    return Figures(page, scores[0], scores[1], scores[2], paint, blocked, faults)


if __name__ == "__main__":
    main()
