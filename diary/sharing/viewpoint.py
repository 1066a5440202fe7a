"""Who reads whose diary from where: the pages of a diary lie at other addresses for each reader."""

from dataclasses import dataclass
from datetime import date

from diary.accounts.models import Account
from diary.clinical.period import Month
from diary.sharing.scope import Scope


@dataclass(frozen=True, slots=True, kw_only=True)
class Addresses:
    """Where the pages of a diary lie.

    `root` comes before every address: empty for the patient, `/demo` for the demo diary,
    `/clinic/diaries/7` for the clinician of share 7.
    """

    root: str = ""

    def day_url(self, day: date) -> str:
        """The page of one day."""
        return f"{self.root}/days/{day}"

    def month_url(self, month: Month) -> str:
        """The page of one month."""
        return f"{self.root}/months/{month}"

    def trends_url(self) -> str:
        """The page of the last twelve months."""
        return f"{self.root}/trends"

    def botox_url(self) -> str:
        """The page of the Botox sessions."""
        return f"{self.root}/botox"

    def sessions_url(self) -> str:
        """Where Botox sessions are recorded."""
        return f"{self.root}/sessions"

    def evidence_url(self) -> str:
        """The page for a consultation about Botox."""
        return f"{self.botox_url()}/evidence"

    def report_url(self) -> str:
        """The report for a visit."""
        return f"{self.root}/report"

    def block_url(self, key: str) -> str:
        """The page of the Botox sessions, comparing the block of this key."""
        return f"{self.botox_url()}?block={key}#compared"


@dataclass(frozen=True, slots=True, kw_only=True)
class Viewpoint(Addresses):
    """A diary as one reader sees it on the day `on`, as far as the scope goes.

    `ends_on` is the last day on which somebody else may read it, None where nobody has to allow it.
    Behind a reader `by_link` there is no account. Whoever `may_record` may write Botox sessions.
    """

    patient: Account
    on: date
    scope: Scope
    can_write: bool = False
    ends_on: date | None = None
    by_link: bool = False
    may_record: bool = False

    @property
    def addresses(self) -> Addresses:
        """The addresses alone, the same for whoever reads from there."""
        return Addresses(root=self.root)

    @property
    def this_month(self) -> Month:
        """The month of `on`."""
        return Month.of(self.on)

    def month_of(self, day: date) -> Month:
        """The month of a day."""
        return Month.of(day)
