"""Verbs: goals, barriers, interventions, moments and steps."""

from cors.plans.actions.barrier import notice_barrier, resolve_barrier
from cors.plans.actions.goal import end_goal, rate_goal, reword_goal, set_goal
from cors.plans.actions.intervention import end_intervention, start_intervention
from cors.plans.actions.moment import get_back_on_track, record_moment
from cors.plans.actions.step import drop_step, finish_step, plan_step, take_up_step

__all__ = [
    "drop_step",
    "end_goal",
    "end_intervention",
    "finish_step",
    "get_back_on_track",
    "notice_barrier",
    "plan_step",
    "rate_goal",
    "record_moment",
    "resolve_barrier",
    "reword_goal",
    "set_goal",
    "start_intervention",
    "take_up_step",
]
