"""Addresses of outcomes."""

from django.urls import path

from cors.outcomes import views

app_name = "outcomes"
urlpatterns = [
    path("cases/<uuid:pk>/aims/new/", views.aim, name="aim"),
    path("aims/<uuid:pk>/stop/", views.stop_aiming, name="stop_aiming"),
    path("cases/<uuid:pk>/outcomes/new/", views.confirm, name="confirm"),
    path("outcomes/<uuid:pk>/", views.check, name="check"),
    path("outcomes/<uuid:pk>/withdraw/", views.withdraw, name="withdraw"),
]
