"""Addresses of the people of one worker."""

from django.urls import path

from cors.caseload import views

app_name = "caseload"
urlpatterns = [
    path("", views.today, name="today"),
]
