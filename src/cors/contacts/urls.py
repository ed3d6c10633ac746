"""Addresses of contacts; what came of them is shown on the case."""

from django.urls import path

from cors.contacts import views

app_name = "contacts"
urlpatterns = [
    path("entries/<uuid:pk>/move/", views.move, name="move"),
]
