"""Addresses of the pages about a case."""

from django.urls import path

from cors.cases.views import opening, people, referral, waiting

app_name = "cases"
urlpatterns = [
    path("waiting/", waiting.waiting, name="waiting"),
    path("people/<uuid:pk>/refer/", referral.refer, name="refer"),
    path("cases/<uuid:pk>/accept/", referral.accept, name="accept"),
    path("cases/<uuid:pk>/decline/", referral.decline, name="decline"),
    path("cases/<uuid:pk>/open/", opening.open_case, name="open"),
    path("cases/<uuid:pk>/pause/", opening.pause, name="pause"),
    path("pauses/<uuid:pk>/end/", opening.end_pause, name="end_pause"),
    path("cases/<uuid:pk>/re-open/", opening.re_open, name="re_open"),
    path("cases/<uuid:pk>/people/", people.assign, name="assign"),
    path("assignments/<uuid:pk>/end/", people.end_assignment, name="end_assignment"),
    path("caseload/hand-over/", people.hand_over, name="hand_over"),
    path("cases/<uuid:pk>/restrict/", people.restrict, name="restrict"),
    path("cases/<uuid:pk>/restrict/lift/", people.lift_restriction, name="lift_restriction"),
    path("cases/<uuid:pk>/history/", people.history, name="history"),
]
