"""The checks of every page find what is badly made."""

import pytest

from tests.page import faults

GOOD = """<!doctype html>
<html lang="en"><head><title>Day</title></head><body><h1>Day</h1>
<form><label for="n">Note</label><input id="n" name="n" aria-describedby="h"><p id="h">Short</p>
<input type="hidden" name="t"><button>Save</button></form>
<a href="/">Home</a><img src="/a.png" alt=""><script type="application/json">{}</script>
</body></html>"""


def test_a_good_page_has_no_fault() -> None:
    assert faults(GOOD) == []


@pytest.mark.parametrize(
    ("good", "bad", "fault"),
    [
        ("<!doctype html>", "", "no doctype"),
        (' lang="en"', "", "no language"),
        ("<title>Day</title>", "<title></title>", "no title"),
        ("<h1>Day</h1>", "", "0 h1"),
        ("<h1>Day</h1>", "<h1>Day</h1><h1>Night</h1>", "2 h1"),
        ('<label for="n">Note</label>', "", "question n"),
        ("<button>Save</button>", "<button></button>", "button or link {}"),
        (' alt=""', "", "picture"),
        ("<button>", '<button style="color: red">', "style on button"),
        ("<button>", '<button onclick="go()">', "onclick on button"),
        (' type="application/json"', "", "inline script"),
        ("<h1>", "<style>h1 {}</style><h1>", "style element"),
        ('<p id="h">', '<p id="n">', "id n used 2 times"),
        ('<p id="h">', "<p>", "aria-describedby=h leads nowhere"),
    ],
)
def test_a_fault_is_found(good: str, bad: str, fault: str) -> None:
    assert fault in faults(GOOD.replace(good, bad))
