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
from cors.plans.models.step import Step
from cors.plans.models.taken_up import GoalTakenUp, first_reached
from cors.plans.models.target import TargetMove

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
    "Rater",
    "Rating",
    "Step",
    "TargetMove",
    "first_reached",
]
