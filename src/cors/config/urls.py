"""Every address, slice by slice."""

from django.urls import include, path

urlpatterns = [
    path("sign-in/", include("cors.access.sign_in_urls")),
    path("", include("cors.access.urls")),
]
