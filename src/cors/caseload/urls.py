"""Addresses of the people of one worker."""

from django.urls import path

from cors.caseload import views

app_name = "caseload"
urlpatterns = [
    path("", views.today, name="today"),
    path("to-ask/", views.to_ask, name="to_ask"),
    path("barriers/<uuid:pk>/tried/", views.tried_against, name="tried_against"),
    path("goals/<uuid:pk>/tried/", views.tried_for, name="tried_for"),
]
