"""Verbs: one spell of support, from referral to ending, and who works on it."""

from cors.cases.actions.assigning import assign_keyworker, assign_worker, end_assignment
from cors.cases.actions.caseload import hand_over_caseload
from cors.cases.actions.groups import put_in_groups
from cors.cases.actions.opening import open_case, re_open_case
from cors.cases.actions.pausing import end_pause, pause_case
from cors.cases.actions.referral import accept_referral, decline_referral, refer
from cors.cases.actions.restricting import lift_restriction, restrict_case

__all__ = [
    "accept_referral",
    "assign_keyworker",
    "assign_worker",
    "decline_referral",
    "end_assignment",
    "end_pause",
    "hand_over_caseload",
    "lift_restriction",
    "open_case",
    "pause_case",
    "put_in_groups",
    "re_open_case",
    "refer",
    "restrict_case",
]
