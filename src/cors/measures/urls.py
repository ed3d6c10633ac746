"""Addresses of measures."""

from django.urls import path

from cors.measures.views import one_by_one, result, take

app_name = "measures"
urlpatterns = [
    path("cases/<uuid:pk>/measures/", take.choose, name="choose"),
    path("cases/<uuid:pk>/measures/<slug:key>/", take.take, name="take"),
    path("cases/<uuid:pk>/measures/<slug:key>/one-by-one/", one_by_one.take_one, name="take_one"),
    path(
        "cases/<uuid:pk>/measures/<slug:key>/hand-over/", one_by_one.hand_over_to, name="hand_over"
    ),
    path("measures/<uuid:pk>/", result.result, name="result"),
    path("measures/<uuid:pk>/share/", result.share, name="share"),
    path("measures/<uuid:pk>/withdraw/", result.withdraw, name="withdraw"),
]
