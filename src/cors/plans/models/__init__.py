"""What the client wants to change, what stands in the way, what is done, what comes of it."""

from cors.plans.models.attainment import LEVELS, AttainmentLevel, AttainmentScale
from cors.plans.models.barrier import (
    Barrier,
    BarrierBlocks,
    BarrierResolution,
    BarrierRest,
)
from cors.plans.models.goal import Goal, GoalEnding, GoalWording, Rater, Rating
from cors.plans.models.intervention import Addresses, Intervention
from cors.plans.models.moment import BackOnTrack, Moment
from cors.plans.models.plan_ties import ties_of_plan
from cors.plans.models.step import Step
from cors.plans.models.taken_up import GoalTakenUp, first_reached
from cors.plans.models.target import TargetMove
from cors.plans.models.template import PlanTemplate
from cors.plans.models.tried import after_a_setback, against_a_barrier

__all__ = [
    "LEVELS",
    "Addresses",
    "AttainmentLevel",
    "AttainmentScale",
    "BackOnTrack",
    "Barrier",
    "BarrierBlocks",
    "BarrierResolution",
    "BarrierRest",
    "Goal",
    "GoalEnding",
    "GoalTakenUp",
    "GoalWording",
    "Intervention",
    "Moment",
    "PlanTemplate",
    "Rater",
    "Rating",
    "Step",
    "TargetMove",
    "after_a_setback",
    "against_a_barrier",
    "first_reached",
    "ties_of_plan",
]
