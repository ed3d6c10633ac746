"""One visit to several people: who else was there is chosen, or found by name."""

import pytest

from tests.journeys import keyworker
from tests.journeys.conftest import Visit
from tests.journeys.looks import faults
from tests.journeys.visitor import PHONE, Visitor

pytestmark = pytest.mark.browser


def listed(visitor: Visitor) -> list[str]:
    visitor.goes("/record/")
    return [name.strip() for name in visitor.page.locator("main li h2").all_inner_texts()]


def test_somebody_on_anothers_list_is_found_and_added(visit: Visit) -> None:
    # Given Amina, and somebody whom her colleague Ben sees and she may see too
    amina = visit("Amina", PHONE)
    hers = listed(amina)
    theirs = next(name for name in listed(visit("Ben")) if name not in hers)
    # When she records a visit to Hana and says that there were others
    case = keyworker.opens(amina, keyworker.HANA)
    amina.goes(f"/record{case[6:]}")
    amina.chooses("Visit")
    amina.presses_on(amina.button("Save, then add who else was there"))
    assert amina.heading == "Who else was there?"
    assert not faults(amina.page)
    # And looks for somebody by name
    amina.writes("Name, reference or year of birth", theirs[:4])
    amina.presses_on(amina.button("Find"))
    assert not faults(amina.page)
    amina.presses_on(amina.link(theirs))
    # Then what is asked is their part alone, and it stands in their own timeline
    assert "was there too." in amina.words
    amina.writes("Note", "Held the ladder.")
    amina.presses_on(amina.button("Save"))
    assert "Held the ladder." in amina.words
    assert theirs.split()[0] in amina.heading
