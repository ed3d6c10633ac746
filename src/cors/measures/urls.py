"""Addresses of measures."""

from django.urls import path

from cors.measures import views

app_name = "measures"
urlpatterns = [
    path("cases/<uuid:pk>/measures/", views.choose, name="choose"),
    path("cases/<uuid:pk>/measures/<slug:key>/", views.take, name="take"),
    path("cases/<uuid:pk>/measures/<slug:key>/one-by-one/", views.take_one, name="take_one"),
    path("measures/<uuid:pk>/", views.result, name="result"),
    path("measures/<uuid:pk>/withdraw/", views.withdraw, name="withdraw"),
]
