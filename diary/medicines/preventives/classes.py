"""The classes of preventive medicines, and which medicine is of which.

Some insurers ask for two classes tried. The grouping, by how the medicines act, is our own:
policies vary in theirs.
"""

from diary.clinical.medicine import STANDARD_FORMULARY

EXAMPLES = {
    "beta blocker": ("propranolol", "metoprolol", "timolol", "atenolol", "nadolol", "bisoprolol"),
    "ACE inhibitor or sartan": ("candesartan", "lisinopril"),
    "calcium channel blocker": ("flunarizine", "verapamil"),
    "tricyclic antidepressant": ("amitriptyline", "nortriptyline"),
    "SNRI antidepressant": ("venlafaxine", "duloxetine"),
    "epilepsy medicine": ("topiramate", "valproate"),
    "CGRP antibody": ("erenumab", "fremanezumab", "galcanezumab", "eptinezumab"),
    "gepant": ("atogepant", "rimegepant"),
    "serotonin blocker": ("pizotifen", "cyproheptadine"),
    "vitamin or mineral": ("riboflavin", "magnesium", "coenzyme Q10"),
}
"""Class, and the generic names that belong to it."""

CLASS_OF = {name: one for one, names in EXAMPLES.items() for name in names}


def class_of(medicine: str) -> str | None:
    """The class of a preventive by any of its names; None when it is not listed."""
    found = STANDARD_FORMULARY.find(medicine)
    return CLASS_OF.get(found.name) if found else None
