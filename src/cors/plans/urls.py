"""Addresses of the plan."""

from django.urls import path

from cors.plans.views import (
    attainment,
    barrier,
    barrier_links,
    goal,
    goal_sheet,
    intervention,
    moment,
    step,
    target,
    template,
)

app_name = "plans"
urlpatterns = [
    path("cases/<uuid:pk>/goals/new/", goal.set_goal, name="set_goal"),
    path("cases/<uuid:pk>/goals/ratings/", goal_sheet.rate_goals, name="rate_goals"),
    path("cases/<uuid:pk>/goals/sheet.pdf", goal_sheet.goal_sheet_pdf, name="goal_sheet_pdf"),
    path("goals/<uuid:pk>/", goal.goal, name="goal"),
    path("goals/<uuid:pk>/words/", goal.reword_goal, name="reword_goal"),
    path("goals/<uuid:pk>/rating/", goal.rate_goal, name="rate_goal"),
    path("goals/<uuid:pk>/target/", target.move_target, name="move_target"),
    path("goals/<uuid:pk>/first/", target.put_goal_first, name="put_goal_first"),
    path("goals/<uuid:pk>/again/", target.take_up_goal, name="take_up_goal"),
    path("goals/<uuid:pk>/levels/", attainment.describe_levels, name="describe_levels"),
    path("levels/<uuid:pk>/", attainment.find_level, name="find_level"),
    path("goals/<uuid:pk>/end/", goal.end_goal, name="end_goal"),
    path("cases/<uuid:pk>/barriers/new/", barrier.notice_barrier, name="notice_barrier"),
    path("barriers/<uuid:pk>/", barrier.barrier, name="barrier"),
    path("barriers/<uuid:pk>/blocks/", barrier_links.say_what_it_blocks, name="say_what_it_blocks"),
    path("barriers/<uuid:pk>/leave/", barrier_links.leave_barrier, name="leave_barrier"),
    path("barriers/<uuid:pk>/again/", barrier_links.take_up_barrier, name="take_up_barrier"),
    path("barriers/<uuid:pk>/resolved/", barrier.resolve_barrier, name="resolve_barrier"),
    path(
        "cases/<uuid:pk>/interventions/new/",
        intervention.start_intervention,
        name="start_intervention",
    ),
    path("interventions/<uuid:pk>/", intervention.intervention, name="intervention"),
    path("interventions/<uuid:pk>/end/", intervention.end_intervention, name="end_intervention"),
    path("cases/<uuid:pk>/moments/new/", moment.record_moment, name="record_moment"),
    path("moments/<uuid:pk>/back/", moment.get_back_on_track, name="get_back_on_track"),
    path("cases/<uuid:pk>/steps/new/", step.plan_step, name="plan_step"),
    path("steps/<uuid:pk>/", step.step, name="step"),
    path("steps/<uuid:pk>/day/", step.move_step, name="move_step"),
    path("steps/<uuid:pk>/done/", step.change_step, {"how": "done"}, name="finish_step"),
    path("steps/<uuid:pk>/dropped/", step.change_step, {"how": "dropped"}, name="drop_step"),
    path("steps/<uuid:pk>/again/", step.change_step, {"how": "back"}, name="take_up_step"),
    path("cases/<uuid:pk>/template/", template.use_plan_template, name="use_plan_template"),
    path("settings/templates/", template.templates, name="templates"),
    path("settings/templates/new/", template.make_plan_template, name="make_plan_template"),
    path(
        "settings/templates/<uuid:pk>/", template.change_plan_template, name="change_plan_template"
    ),
    path("settings/templates/<uuid:pk>/end/", template.end_plan_template, name="end_plan_template"),
]
