"""Forms of the plan: each holds what one verb asks for."""

from cors.plans.forms.barrier import NoticeBarrierForm, ResolveBarrierForm
from cors.plans.forms.goal import EndGoalForm, RateForm, RewordForm, SetGoalForm
from cors.plans.forms.intervention import EndInterventionForm, StartInterventionForm
from cors.plans.forms.moment import BackOnTrackForm, MomentForm
from cors.plans.forms.plan_form import PlanForm
from cors.plans.forms.step import StepForm

__all__ = [
    "BackOnTrackForm",
    "EndGoalForm",
    "EndInterventionForm",
    "MomentForm",
    "NoticeBarrierForm",
    "PlanForm",
    "RateForm",
    "ResolveBarrierForm",
    "RewordForm",
    "SetGoalForm",
    "StartInterventionForm",
    "StepForm",
]
