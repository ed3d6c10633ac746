"""Forms of the plan: each holds what one verb asks for."""

from cors.plans.forms.attainment import DescribeLevelsForm, FindLevelForm
from cors.plans.forms.barrier import (
    BlocksForm,
    LeaveBarrierForm,
    NoticeBarrierForm,
    ResolveBarrierForm,
)
from cors.plans.forms.goal import EndGoalForm, RateForm, RewordForm, SetGoalForm
from cors.plans.forms.goal_sheet import RateGoalsForm
from cors.plans.forms.intervention import EndInterventionForm, StartInterventionForm
from cors.plans.forms.moment import BackOnTrackForm, MomentForm
from cors.plans.forms.plan_form import PlanForm
from cors.plans.forms.step import MoveStepForm, StepForm
from cors.plans.forms.target import MoveTargetForm, TakeUpForm
from cors.plans.forms.template import TemplateForm, UseTemplateForm

__all__ = [
    "BackOnTrackForm",
    "BlocksForm",
    "DescribeLevelsForm",
    "EndGoalForm",
    "EndInterventionForm",
    "FindLevelForm",
    "LeaveBarrierForm",
    "MomentForm",
    "MoveStepForm",
    "MoveTargetForm",
    "NoticeBarrierForm",
    "PlanForm",
    "RateForm",
    "RateGoalsForm",
    "ResolveBarrierForm",
    "RewordForm",
    "SetGoalForm",
    "StartInterventionForm",
    "StepForm",
    "TakeUpForm",
    "TemplateForm",
    "UseTemplateForm",
]
