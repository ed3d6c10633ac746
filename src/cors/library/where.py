"""Where in CORS a question arises: the pages of an answer under the names that people know."""

from dataclasses import dataclass

from django.urls import NoReverseMatch, resolve, reverse

from cors.access.models import Membership
from cors.library.script import Script

NAMES = {
    "caseload:today": "Today",
    "casefile:people": "People",
    "casefile:choose_person": "Record",
    "casefile:record": "Record",
    "casefile:case": "The page of a case",
    "casefile:person": "The page of a person",
    "casefile:events": "Who read and who changed what",
    "casefile:review": "Review together",
    "caseload:tried_against": "What was tried against a barrier",
    "plans:goal": "A goal",
    "plans:templates": "Plan templates",
    "plans:notice_barrier": "Notice a barrier",
    "plans:get_back_on_track": "Back on track",
    "plans:record_moment": "A small success",
    "measures:choose": "Measures of a case",
    "outcomes:confirm": "Confirm an outcome",
    "outcomes:check": "Did it last?",
    "reports:figures": "Figures",
    "reports:behind": "The list behind a figure",
    "sheets:letter": "The letter to the client",
    "sheets:own_recording": "Your own recording",
    "sheets:supervision": "Supervision",
    "sheets:case_study": "A case study",
    "catalogue:services": "Services",
    "access:settings": "People who work here",
    "access:own_page": "Your own page",
    "reviews:close": "Close a case",
}


@dataclass(frozen=True)
class Where:
    """A page by its name, and its address where one may open it without choosing a person first."""

    name: str
    url: str


def where_of(script: Script, member: Membership) -> list[Where]:
    """Return the pages of an answer that have a name, each once, as somebody may open them."""
    found: dict[str, Where] = {}
    for screen in script.screens:
        if name := NAMES.get(screen):
            found.setdefault(name, Where(name, _address(screen, member)))
    return list(found.values())


def _address(screen: str, member: Membership) -> str:
    try:
        address = reverse(screen)
    except NoReverseMatch:
        return ""
    needs = getattr(resolve(address).func, "needs", ())
    return address if not needs or any(map(member.can, needs)) else ""
