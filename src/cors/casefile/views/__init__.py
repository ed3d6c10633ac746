"""Screens that show many slices."""
