"""Addresses of measures."""

from django.urls import path

from cors.measures.views import one_by_one, result, schedule, take

app_name = "measures"
urlpatterns = [
    path("cases/<uuid:pk>/measures/", take.choose, name="choose"),
    path("cases/<uuid:pk>/measures/<slug:key>/", take.take, name="take"),
    path("cases/<uuid:pk>/measures/<slug:key>/one-by-one/", one_by_one.take_one, name="take_one"),
    path(
        "cases/<uuid:pk>/measures/<slug:key>/hand-over/", one_by_one.hand_over_to, name="hand_over"
    ),
    path("settings/services/<uuid:pk>/measures/", schedule.schedules, name="schedules"),
    path("settings/services/<uuid:pk>/measures/new/", schedule.make_schedule, name="make_schedule"),
    path("settings/schedules/<uuid:pk>/", schedule.change_schedule, name="change_schedule"),
    path("settings/schedules/<uuid:pk>/end/", schedule.end_schedule, name="end_schedule"),
    path("measures/<uuid:pk>/", result.result, name="result"),
    path("measures/<uuid:pk>/began/", result.began, name="began"),
    path("measures/<uuid:pk>/share/", result.share, name="share"),
    path("measures/<uuid:pk>/withdraw/", result.withdraw, name="withdraw"),
]
