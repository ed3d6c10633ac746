"""Verbs: goals, barriers, interventions, moments and steps."""

from cors.plans.actions.attainment import describe_levels, find_level
from cors.plans.actions.barrier import notice_barrier, resolve_barrier
from cors.plans.actions.barrier_links import leave_barrier, say_what_it_blocks, take_up_barrier
from cors.plans.actions.goal import end_goal, rate_goal, reword_goal, set_goal
from cors.plans.actions.goal_sheet import rate_goals
from cors.plans.actions.intervention import end_intervention, start_intervention
from cors.plans.actions.moment import get_back_on_track, record_moment
from cors.plans.actions.step import drop_step, finish_step, move_step, plan_step, take_up_step
from cors.plans.actions.target import move_target, put_goal_first, take_up_goal
from cors.plans.actions.template import (
    change_plan_template,
    end_plan_template,
    make_plan_template,
    use_plan_template,
)

__all__ = [
    "change_plan_template",
    "describe_levels",
    "drop_step",
    "end_goal",
    "end_intervention",
    "end_plan_template",
    "find_level",
    "finish_step",
    "get_back_on_track",
    "leave_barrier",
    "make_plan_template",
    "move_step",
    "move_target",
    "notice_barrier",
    "plan_step",
    "put_goal_first",
    "rate_goal",
    "rate_goals",
    "record_moment",
    "resolve_barrier",
    "reword_goal",
    "say_what_it_blocks",
    "set_goal",
    "start_intervention",
    "take_up_barrier",
    "take_up_goal",
    "take_up_step",
    "use_plan_template",
]
