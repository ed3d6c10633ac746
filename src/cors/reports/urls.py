"""Addresses of figures."""

from django.urls import path

from cors.reports import views

app_name = "reports"
urlpatterns = [
    path("figures/", views.figures, name="figures"),
    path("figures/figures.csv", views.figures_csv, name="csv"),
    path("figures/figures.pdf", views.figures_pdf, name="pdf"),
    path("figures/<slug:key>/people/", views.behind, name="behind"),
]
