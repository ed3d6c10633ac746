"""What the client wants to change, what stands in the way, what is done, what comes of it."""

from cors.plans.models.barrier import Barrier, BarrierBlocks, BarrierResolution
from cors.plans.models.goal import Goal, GoalEnding, GoalWording, Rater, Rating
from cors.plans.models.intervention import Addresses, Intervention
from cors.plans.models.moment import BackOnTrack, Moment
from cors.plans.models.step import Step

__all__ = [
    "Addresses",
    "BackOnTrack",
    "Barrier",
    "BarrierBlocks",
    "BarrierResolution",
    "Goal",
    "GoalEnding",
    "GoalWording",
    "Intervention",
    "Moment",
    "Rater",
    "Rating",
    "Step",
]
