"""Addresses of practice."""

from django.urls import path

from cors.practice import views

app_name = "practice"
urlpatterns = [
    path("practice/", views.sign_in_as, name="sign_in_as"),
    path("practice/tasks/", views.tasks, name="tasks"),
]
