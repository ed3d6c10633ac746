"""Sheets and letters, on the page and on paper."""
