"""Every page comes within its budget to a phone that has nothing of it yet."""

import pytest

from tests.journeys.conftest import Visit
from tests.journeys.test_every_page import kind
from tests.journeys.visitor import PHONE, Visitor
from tests.journeys.weight import PAGE, SCRIPT, Scales, Weight, picture_in

pytestmark = pytest.mark.browser

HEAVIEST = 5


@pytest.fixture(scope="module")
def known() -> set[str]:
    """The kinds of pages that somebody has weighed in this run."""
    return set()


def weigh_all(visitor: Visitor, known: set[str], *starts: str) -> list[Weight]:
    """Weigh one page of each kind that nobody has weighed, and every page that Today leads to."""
    scales, ahead, found = Scales(visitor.page), list(starts), []
    while ahead:
        found.append(scales.weigh(visitor.url + ahead.pop(0)))
        for link in visitor.page.eval_on_selector_all("a[href]", "all => all.map(a => a.href)"):
            address = str(link).removeprefix(visitor.url).partition("#")[0]
            name = address if visitor.page.url == f"{visitor.url}/" else kind(address)
            if address.startswith("/") and kind(address) and not {name, address} & known:
                known |= {name, kind(address)}
                ahead.append(address)
    return sorted(found, key=lambda weight: -weight.whole)


def said(found: list[Weight]) -> str:
    return "\n".join(map(str, found[:HEAVIEST]))


@pytest.mark.parametrize("name", ["Amina", "Carys", "Dev", "Esi", "Gwen"])
def test_no_page_outweighs_its_budget(visit: Visit, known: set[str], name: str) -> None:
    found = weigh_all(visit(name, PHONE), known, "/")
    over = [line for weight in found for line in weight.over()]
    print(said(found))
    assert found
    assert not over, "\n".join([*over, "The heaviest:", said(found)])


def test_no_page_before_sign_in_outweighs_its_budget(visit: Visit) -> None:
    found = weigh_all(visit(screen=PHONE), set(), "/sign-in/login/", "/sign-in/join/")
    assert not [line for weight in found for line in weight.over()], said(found)


def test_the_scales_count_what_came_by_kind(visit: Visit) -> None:
    weight = Scales((visitor := visit("Amina", PHONE)).page).weigh(f"{visitor.url}/people/")
    assert {"Document", "Stylesheet", "Font", "Script"} <= set(weight.kinds)
    assert 15_000 < weight.kinds["Font"] < 40_000
    assert weight.address == "/people/"


def test_too_much_is_said_with_what_makes_it_heavy() -> None:
    heavy = Weight("/x/")
    heavy.kinds.update({"Document": PAGE, "Script": SCRIPT + 1})
    page, script = heavy.over()
    assert "over 60 KiB" in page
    assert "over 10 KiB of script" in script
    assert "Document 60.0" in page
    heavy.kinds.update({"Document": -SCRIPT - 1, "Script": -1})
    assert heavy.over() == []


def test_only_the_picture_is_left_out() -> None:
    words = "".join(f"<p>{number * 7919}</p>" for number in range(400))
    icon, picture = "<svg class=icon>", f'<svg width="3" class="j-picture">{words}</svg>'
    assert picture_in(f"<main>{icon}{words}</svg></main>") == 0
    assert picture_in(f"<main>{icon}</svg>{picture}</main>") > 500
