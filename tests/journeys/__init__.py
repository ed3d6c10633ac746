"""Journeys in a real browser, through the real server with the practice organisation."""
