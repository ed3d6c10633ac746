"""Taking a measure on the screen: what is sent, and what the pages then say."""

import re
from datetime import timedelta
from html import unescape
from typing import Any

from cors.cases.models import Case
from cors.catalogue.schema.measure import MeasureDefinition
from cors.catalogue.shipped import shipped
from cors.measures.models import Assessment
from cors.plans.tests.factories import BEGAN
from tests.stage.personas import Stage, browser_of

PHQ_9: MeasureDefinition = shipped().measures["phq-9"]
ITEMS = [item.key for item in PHQ_9.items]
CARE = PHQ_9.risk_rules[0].says
LATER = BEGAN + timedelta(weeks=4)
TAG = re.compile(r"<[^>]+>")


def address(case: Case, measure: str = "phq-9") -> str:
    return f"/cases/{case.pk}/measures/{measure}/"


def phq(*answers: Any, **changed: Any) -> dict[str, Any]:
    """Return what the form of the PHQ-9 sends; None is a question that was passed over."""
    told = {key: str(each) for key, each in zip(ITEMS, answers, strict=False) if each is not None}
    return {"on": BEGAN.isoformat(), "rater": "client", **told, **changed}


def total(score: str, **changed: Any) -> dict[str, Any]:
    """Return what the form of a total sends."""
    return {"on": BEGAN.isoformat(), "rater": "client", "score": score, **changed}


def send(stage: Stage, case: Case, data: dict[str, Any], measure: str = "phq-9") -> Any:
    """Send the form as Amina and return the answer."""
    return browser_of(stage.amina).post(address(case, measure), data)


def taken(stage: Stage, case: Case, data: dict[str, Any], measure: str = "phq-9") -> Assessment:
    """Take a measure as Amina and return it."""
    answer = send(stage, case, data, measure)
    assert answer.status_code == 302, words_of(answer)
    return Assessment.objects.get(pk=answer["Location"].split("/")[2])


def words_of(answer: Any) -> str:
    """Return what stands on a page, without its marks."""
    return " ".join(unescape(TAG.sub(" ", answer.content.decode())).split())
