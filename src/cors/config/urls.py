"""Every address, slice by slice."""

from django.urls import include, path

urlpatterns = [
    path("sign-in/", include("allauth.urls")),
]
