"""Verbs: measures are taken, shown to the person, and planned for a service."""

from cors.measures.actions.assessment import (
    Answers,
    record_assessment,
    say_where_it_began,
    withdraw_assessment,
)
from cors.measures.actions.schedule import change_schedule, end_schedule, make_schedule
from cors.measures.actions.sharing import share_with_client, stop_sharing

__all__ = [
    "Answers",
    "change_schedule",
    "end_schedule",
    "make_schedule",
    "record_assessment",
    "say_where_it_began",
    "share_with_client",
    "stop_sharing",
    "withdraw_assessment",
]
