"""Answers to the questions that come round again: to read, to hear, offered where they arise."""

from django.apps import AppConfig


class LibraryConfig(AppConfig):
    """The answers."""

    name = "cors.library"
