"""Every part with its states on one page. Names and numbers are invented."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from cors.core.drawings import ICONS, MARKS
from cors.core.errors import Refused
from cors.core.forms import (
    Chip,
    ChipsField,
    CorsForm,
    DayField,
    ListField,
    ManyChipsField,
    NumberField,
    RatingField,
    TickField,
    TimeField,
    WordsField,
)

DOOR = "I want my own front door, and the key in my pocket."
KINDS = [("call", "Call"), ("visit", "Visit"), ("met", "Met here"), ("message", "Message")]
MOMENTS = [("success", "Small success"), ("setback", "Setback"), ("barrier", "Barrier")]
LOOKS = {
    "call": Chip(icon="call"),
    "visit": Chip(icon="visit"),
    "met": Chip(icon="met"),
    "message": Chip(icon="message"),
    "success": Chip(mark="success", tone="win"),
    "setback": Chip(mark="setback"),
    "barrier": Chip(mark="barrier", tone="bar"),
    "outcome": Chip(mark="flag", tone="out"),
}
AREAS = ["Housing", "Money", "Work", "Learning", "Health", "Alcohol and drugs", "Law", "Safety"]


class EveryField(CorsForm):
    """One field of each kind."""

    kind = ChipsField("What kind of contact?", KINDS, looks=LOOKS)
    moments = ManyChipsField("Anything to mark?", [*MOMENTS, ("outcome", "Outcome")], looks=LOOKS)
    areas = ManyChipsField("Parts of life", [(area.lower(), area) for area in AREAS])
    goals = ManyChipsField(
        "Which goals did it touch?", [("1", DOOR), ("2", "Cook on Sundays again.")], goals=True
    )
    rating = RatingField(last=4, first=2)
    note = WordsField("Note", hint="Hana may read this one day.", lines=3, required=False)
    words = WordsField("What went well?", missing="Write what went well")
    day = DayField("Day", missing="Choose the day of the step")
    time = TimeField("Time", required=False)
    minutes = NumberField("Minutes", required=False)
    outcome = ListField("Which outcome?", [("home", "Moved into settled housing")], required=False)
    seen = TickField("I have seen the tenancy agreement", hint="A photo of it counts.")


def gallery(request: HttpRequest) -> HttpResponse:
    """Show all parts and their states."""
    return render(request, "core/gallery.html", {**_parts(), "forms": _forms()})


def _forms() -> dict[str, CorsForm]:
    wrong = EveryField(
        {"wrong-day": "2026-11-19", "wrong-minutes": "some", "wrong-rating": "11"}, prefix="wrong"
    )
    wrong.is_valid()
    wrong.refuse(Refused("The step needs a day from today on", field="day"))
    return {"untouched": EveryField(), "wrong": wrong}


def _parts() -> dict[str, Any]:
    return {
        "marks": MARKS,
        "icons": ICONS,
        "door": DOOR,
        "people": _people(),
        "goals": [_goal(), {"area": "Money", "words": "Pay it off bit by bit."}],
        "moments": _moments(),
        "figures": _figures(),
        "tabs": [
            {"label": "Journey", "url": "#tabs", "current": True},
            {"label": "Plan", "url": "#tabs"},
            {"label": "Timeline", "url": "#tabs", "count": 12},
            {"label": "Measures", "url": "#tabs"},
        ],
    }


def _people() -> list[dict[str, Any]]:
    hana = {
        "name": "Hana",
        "url": "#people",
        "record_url": "#people",
        "goal": DOOR,
        "ratings": [2, 3, 3, 5, 6, 5, 4],
        "dips": [5],
        "wins": [3],
        "ratings_in_words": "2 in March, 4 now",
        "last": "Call on Thursday",
        "next": "Viewing, Wednesday 14:00",
        "reason": {
            "icon": "waves",
            "strong": "Off track.",
            "words": "Her rating fell twice. Last time, ringing her sister helped.",
        },
    }
    bilal = {
        "name": "Bilal",
        "url": "#people",
        "record_url": "#people",
        "reason": {"mark": "step", "strong": "His step is due today:", "words": "passport photo"},
    }
    return [hana, bilal]


def _goal() -> dict[str, Any]:
    viewing = {
        "mark": "step",
        "words": "Room viewing at 14:00",
        "detail": "Hana and Amina together, Wednesday",
        "url": "#plan",
        "label": "Done",
    }
    search = {
        "mark": "work-thick",
        "words": "Room search",
        "detail": "9 times, 6 hours",
        "branches": [viewing, {"mark": "step-done", "words": "Ring the agent", "detail": "Hana"}],
    }
    barrier = {
        "mark": "barrier",
        "strong": True,
        "words": "Flatmate brings people in at night",
        "detail": "In the way since 3 November. Also blocks the weekend goal",
        "branches": [search],
    }
    return {
        "area": "Housing",
        "words": DOOR,
        "first": 2,
        "now": 4,
        "edit_url": "#plan",
        "branches": [barrier],
    }


def _moments() -> list[dict[str, str]]:
    return [
        {"mark": "rung", "strong": "Carol", "words": "took the bus alone.", "detail": "Friday"},
        {
            "mark": "back",
            "strong": "Dele",
            "words": "is back on track after 9 days.",
            "more": "What helped: opening the letters here, with tea.",
            "detail": "You, Thursday",
        },
        {"icon": "call", "words": "Did not sleep.", "detail": "Call, Thursday, Amina"},
    ]


def _figures() -> list[dict[str, Any]]:
    counted = "A tenancy of 6 months or more in their own name, with a document seen."
    bases = [
        ("of everyone who started", 140, 30, 100, 32),
        ("of those who needed a home", 95, 45, 68, 32),
        ("of those we followed up", 75, 60, 54, 32),
    ]
    moved = {
        "title": "Moved into settled housing",
        "value": 45,
        "of_words": "of 80 for the year",
        "target_share": 56,
        "due_share": 50,
        "due_words": "Dotted: half of the year",
        "bases": [
            {"words": words, "part": 45, "whole": whole, "share": share, "width": width, "got": got}
            for words, whole, share, width, got in bases
        ],
        "missing": "20 not followed up: 15 lost touch, fewer than 8 are not due yet.",
        "definition": counted,
    }
    return [
        moved,
        {"title": "Started paid work", "held": 8, "words": "Held back.", "definition": counted},
        {
            "title": "Rent arrears cleared",
            "unknown": True,
            "words": "60 of 95 people have no amount recorded at the start. This is not zero.",
        },
    ]
