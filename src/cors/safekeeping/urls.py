"""The address of the managers' page."""

from django.urls import path

from cors.safekeeping import views

app_name = "safekeeping"
urlpatterns = [path("settings/safekeeping/", views.page, name="page")]
