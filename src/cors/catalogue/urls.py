"""Addresses of what can be recorded, the services and the words."""

from django.urls import path

from cors.catalogue import views

app_name = "catalogue"
urlpatterns = [
    path("settings/catalogue/", views.kinds, name="kinds"),
    path("settings/catalogue/<slug:kind>/", views.entries, name="entries"),
    path("settings/catalogue/<slug:kind>/new/", views.add_own_entry, name="add_own_entry"),
    path(
        "settings/catalogue/<slug:kind>/<slug:key>/name/",
        views.relabel_entry,
        name="relabel_entry",
    ),
    path(
        "settings/catalogue/<slug:kind>/<slug:key>/switch/",
        views.switch_entry,
        name="switch_entry",
    ),
    path("settings/services/", views.services, name="services"),
    path("settings/services/new/", views.add_service, name="add_service"),
    path("settings/services/<uuid:pk>/name/", views.rename_service, name="rename_service"),
    path("settings/services/<uuid:pk>/end/", views.end_service, name="end_service"),
    path("settings/words/", views.client_word, name="client_word"),
]
