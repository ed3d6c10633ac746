"""Addresses of the answers."""

from django.urls import path

from cors.library import views

app_name = "library"
urlpatterns = [
    path("answers/", views.answers, name="answers"),
    path("answers/<slug:slug>/", views.answer, name="answer"),
]
