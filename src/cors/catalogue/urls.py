"""Addresses of what can be recorded, the services and the words."""

from django.urls import path

from cors.catalogue import licence_views, views

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
    path("settings/services/<uuid:pk>/how-often/", views.change_how_often, name="change_how_often"),
    path("settings/services/<uuid:pk>/told/", views.name_who_is_told, name="name_who_is_told"),
    path("settings/services/<uuid:pk>/end/", views.end_service, name="end_service"),
    path("settings/licences/", licence_views.licences, name="licences"),
    path("settings/licences/no-profit/", licence_views.no_profit, name="no_profit"),
    path("settings/licences/wording/", licence_views.load_wording, name="load_wording"),
    path("settings/licences/wording/<slug:key>/", licence_views.end_wording, name="end_wording"),
    path("settings/words/", views.client_word, name="client_word"),
]
