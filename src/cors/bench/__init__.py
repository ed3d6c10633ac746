"""A full house made in bulk, and how fast the pages are in it."""
