"""A headache over every change of the clocks of every time zone: `python -m tests.endurance.zones`.

Every minute is counted one by one under its date, which the parts of the headache have to say too.
"""

import sys
from collections import Counter
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from click import echo

from diary.clinical.local_day import minutes_of_day
from diary.clinical.spell import MOST_MINUTES_A_DAY
from diary.clinical.splitting import join_spells, split_at_midnights
from tests.zones import MINUTE, NAMES, changes_of, minutes_by_date

BEFORE, LENGTH = timedelta(hours=18), 36 * 60


def main() -> None:
    """Try every change, print what was found and how often; end with 1 when something is wrong."""
    seen: Counter[str] = Counter()
    for name in NAMES:
        zone = ZoneInfo(name)
        for change in changes_of(zone):
            verdict = judge(change - BEFORE, zone)
            seen[verdict] += 1
            if verdict != "right":
                echo(f"{verdict}: {name}, {change.isoformat()}")
    echo(f"{len(NAMES)} zones; " + ", ".join(f"{number} {what}" for what, number in seen.items()))
    sys.exit(1 if seen["wrong"] else 0)


def judge(starts: datetime, zone: ZoneInfo) -> str:
    """Whether the parts of a headache lie in their days, add up, and told twice stay the same."""
    dates = minutes_by_date(starts, LENGTH, zone)
    parts = split_at_midnights(starts, starts + LENGTH * MINUTE, zone)
    held = {day: min(minutes, MOST_MINUTES_A_DAY) for day, minutes in dates.items()}
    is_right = (
        {day: part.minutes for day, part in parts.items()} == held
        and all(part.minutes <= minutes_of_day(day, zone) for day, part in parts.items())
        and all(join_spells(day, [part, part], zone) == (part,) for day, part in parts.items())
    )
    if not is_right:
        return "wrong"
    return "right" if held == dates else "right but for a day of more than 26 hours"


if __name__ == "__main__":
    main()
