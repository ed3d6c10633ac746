"""Addresses of reviews; the review page and its letter are screens of many slices."""

from django.urls import path

from cors.reviews import views

app_name = "reviews"
urlpatterns = [
    path("cases/<uuid:pk>/close/", views.close, name="close"),
]
