"""What to look at twice in a Botox session: hints, never refusals.

155 units at 31 sites of 5 units each, up to 195 units at 39 sites where the pain is followed:
Blumenfeld AM et al., Method of injection of onabotulinumtoxinA for chronic migraine, Headache
2010;50:1406-1418, https://doi.org/10.1111/j.1526-4610.2010.01766.x (the paradigm of PREEMPT).
Units of other botulinum toxins are not interchangeable: US label of Botox,
https://www.rxabbvie.com/pdf/botox_pi.pdf.
"""

from diary.clinical.treatment import BotoxSession

STANDARD_UNITS, STANDARD_SITES = 155, 31
MOST_USUAL_UNITS = 195
UNITS_A_SITE = 5
ONABOTULINUM_TOXIN_A = ("botox", "onabotulinum")
"""What the name of the product holds when the units are those of the pattern."""


def hints_for(session: BotoxSession) -> tuple[str, ...]:
    """Plain sentences on what differs from the standard pattern; none when nothing does.

    The numbers of the pattern say nothing about another toxin, so that is then the only hint.
    """
    if session.product and not _is_botox(session.product):
        return (
            f"Units of different products are not the same: {STANDARD_UNITS} units at "
            f"{STANDARD_SITES} sites is the pattern for Botox. Ask your clinic about this product.",
        )
    return tuple(hint for hint in (_units_hint(session), _sites_hint(session)) if hint)


def _is_botox(product: str) -> bool:
    return any(name in product.casefold() for name in ONABOTULINUM_TOXIN_A)


def _units_hint(session: BotoxSession) -> str | None:
    if session.units is None or session.units == STANDARD_UNITS:
        return None
    if session.units > MOST_USUAL_UNITS:
        return f"{session.units} units is above {MOST_USUAL_UNITS}, the most of the usual pattern."
    return f"{session.units} units is not the standard {STANDARD_UNITS}. Clinics do vary it."


def _sites_hint(session: BotoxSession) -> str | None:
    if session.units is None or session.sites is None:
        return None
    units = session.sites * UNITS_A_SITE
    if units == session.units:
        return None
    return (
        f"{session.sites} × {UNITS_A_SITE} = {units}, not {session.units}: "
        f"usually each site gets {UNITS_A_SITE} units."
    )
