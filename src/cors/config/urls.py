"""Every address, slice by slice."""

from importlib.util import find_spec

from django.urls import include, path

urlpatterns = [
    path("sign-in/", include("cors.access.sign_in_urls")),
    path("", include("cors.access.urls")),
    path("", include("cors.measures.urls")),
    path("", include("cors.reports.urls")),
    path("", include("cors.casefile.urls")),
]
for part in (
    "catalogue",
    "clients",
    "cases",
    "plans",
    "outcomes",
    "contacts",
    "reviews",
    "practice",
):
    if find_spec(f"cors.{part}.urls"):
        urlpatterns.append(path("", include(f"cors.{part}.urls")))
