"""Every address, slice by slice."""

from importlib.util import find_spec

from django.urls import include, path

from cors.access.needs import any_user
from cors.core.gallery import gallery

handler500 = "cors.core.error_pages.server_error"

urlpatterns = [
    path("sign-in/", include("cors.access.sign_in_urls")),
    path("gallery/", any_user(gallery), name="gallery"),
    path("", include("cors.caseload.urls")),
    path("", include("cors.casefile.urls")),
    path("", include("cors.access.urls")),
    path("", include("cors.catalogue.urls")),
    path("", include("cors.clients.urls")),
    path("", include("cors.cases.urls")),
    path("", include("cors.plans.urls")),
    path("", include("cors.measures.urls")),
    path("", include("cors.trajectory.urls")),
    path("", include("cors.outcomes.urls")),
    path("", include("cors.contacts.urls")),
    path("", include("cors.reviews.urls")),
    path("", include("cors.reports.urls")),
    path("", include("cors.sheets.urls")),
    path("", include("cors.library.urls")),
    path("", include("cors.safekeeping.urls")),
    *([path("", include("cors.practice.urls"))] if find_spec("cors.practice.urls") else []),
]
