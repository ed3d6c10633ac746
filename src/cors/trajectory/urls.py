"""Addresses of what came of measures over time."""

from django.urls import path

from cors.trajectory import views

app_name = "trajectory"
urlpatterns = [
    path("cases/<uuid:pk>/measures/<slug:key>/over-time/", views.over_time, name="over_time"),
]
