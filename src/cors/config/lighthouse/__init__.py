"""Pages seen from outside: how fast and how open they are on a phone."""
